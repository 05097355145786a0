// The public pages: a complainant on a telephone from the form to "not satisfied", the staff on the other side; and the same form for a
// browser that runs no scripts.

import assert from 'node:assert/strict';

import { PHONE } from '../harness/browser.mjs';
import { assertTypedValuesKept, switchLanguage } from '../harness/forms.mjs';
import { journey } from '../harness/journey.mjs';
import { assertEveryFieldHasALabel, screenshot } from '../harness/look.mjs';
import { assertOwed, doAct } from '../steps/acts.mjs';
import { PDF, fill, press, send } from '../steps/forms.mjs';
import { office } from '../steps/office.mjs';
import { assess, causeAndPlan, decide, letter } from '../steps/roads.mjs';
import { assertReads } from '../steps/words.mjs';

const REPORT = {
  declared_kind: 'complaint',
  content: 'Báo cáo đánh giá giám sát gửi chậm hai tháng so với cam kết.',
  remedy_sought: 'Gửi báo cáo và cam kết thời hạn.',
  subjects: ['other_activity'],
  who: 'organisation',
  email: 'lienhe@gomvidu.example',
};
const BOTH = { themes: ['light', 'dark'] };

const submit = (page) => page.locator('form#report button.btn-primary');

async function receipt(page) {
  await page.waitForURL('**/portal/receipt');
  await assertReads(page);
  const number = await page.locator('.public-number').innerText();
  const code = await page.locator('.public-code-letters code').innerText();
  assert.match(number, /^\d{4}-\d{4}$/);
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  return { number, code };
}

journey('a complainant on a telephone writes, follows, reads the answer and rejects it', async (scene) => {
  const { lan, minh, thang, binh, mai, dung, khoi } = await office(scene, { only: ['lan', 'minh', 'thang', 'binh', 'mai', 'dung', 'khoi'] });
  const { page } = await scene.person({ size: PHONE });
  await page.goto('/');
  assert.equal(new URL(page.url()).pathname, '/portal', 'whoever is not signed in finds the public pages');
  await screenshot(page, 'portal/home', BOTH);
  await page.goto('/portal/procedure');
  await assertReads(page);
  await screenshot(page, 'portal/procedure');

  await page.goto('/portal/new');
  await assertEveryFieldHasALabel(page);
  await fill(page.locator('form#report'), { ...REPORT, documents: PDF('hop-dong.pdf') });
  await assertTypedValuesKept(page, () => send(submit(page)), 'form#report');
  await assertReads(page);
  assert.match(await page.locator('.public-files').innerText(), /hop-dong\.pdf/, 'the file is kept');
  await screenshot(page, 'portal/error', BOTH);

  // What is typed is saved without pressing anything.
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/portal/new/draft'));
  await page.locator('form#report [name=name]').fill('Công ty Cổ phần Gốm Ví Dụ');
  await saved;
  await page.reload();
  assert.equal(await page.locator('form#report [name=name]').inputValue(), 'Công ty Cổ phần Gốm Ví Dụ', 'a reload loses nothing');
  await page.locator('form#report [name=remedy_sought]').fill('Gửi báo cáo ngay.');
  await switchLanguage(page, 'en');
  assert.equal(await page.locator('form#report [name=remedy_sought]').inputValue(), 'Gửi báo cáo ngay.', 'nor does another language');
  await screenshot(page, 'portal/form-en');
  await switchLanguage(page, 'vi');
  await page.goto('/portal');
  await page.goBack();
  assert.equal(await page.locator('form#report [name=content]').inputValue(), REPORT.content, 'nor does the way back');
  await send(submit(page));
  const { number, code } = await receipt(page);
  await screenshot(page, 'portal/receipt', BOTH);
  await page.reload();
  assert.deepEqual(await receipt(page), { number, code }, 'the same receipt again');
  await page.locator('#limit summary').click();
  await screenshot(page, 'portal/receipt-why');
  await send(page.locator('form[action="/portal/receipt/done"] button'));
  assert.equal(new URL(page.url()).pathname, '/portal/case');
  await assertReads(page);
  await screenshot(page, 'portal/case', BOTH);
  await fill(page.locator('form#message'), { words: 'Tôi gửi thêm ảnh chụp thư điện tử.', documents: PDF('anh.pdf') });
  await send(page.locator('form#message button').last());
  assert.match(await page.locator('#messages').innerText(), /Tôi gửi thêm ảnh chụp/);

  // The staff has a duty to answer.
  await assertOwed(lan, number, ['assess', 'dispatch_letter', 'tell_progress', 'write_to_complainant']);
  await doAct(lan, number, 'write_to_complainant', { words: 'Đã nhận ảnh. Chúng tôi đang xem xét.', way: 'portal' });
  await page.reload();
  assert.match(await page.locator('#messages').innerText(), /Chúng tôi đang xem xét/);
  await assess(minh, number, dung);
  await causeAndPlan(number, { finder: minh, officer: dung, leader: thang, by: '10/03/2026', today: '02/03/2026' });
  await decide(minh, number);
  await page.reload();
  assert.match(await page.locator('#standing').innerText(), /Đang xem xét/, 'what is decided is not told before the answer');
  await letter(number, { drafter: minh, signer: binh, registry: mai, way: 'portal' });

  // Another day, another browser: number and code, as a QR code brings them.
  const later = await scene.person({ size: PHONE });
  await later.page.goto(`/portal/case#${number}.${code}`);
  await later.page.waitForFunction(() => location.hash === '');
  await screenshot(later.page, 'portal/door', BOTH);
  await send(later.page.locator('form#track button[type=submit]'));
  assert.match(await later.page.locator('#standing').innerText(), /Đã trả lời/);
  await assertReads(later.page);
  await assertEveryFieldHasALabel(later.page);
  await screenshot(later.page, 'portal/answered', BOTH);
  const [paper] = await Promise.all([later.page.waitForEvent('download'), later.page.locator('#letters a').first().click()]);
  assert.match(paper.suggestedFilename(), /\.pdf$/);
  await fill(later.page.locator('form#respond'), { response: 'rejected', words: 'Báo cáo vẫn thiếu phụ lục.' });
  await send(later.page.locator('form#respond button[type=submit]'));
  assert.match(await later.page.locator('#standing').innerText(), /Đang xem xét lại/);
  await screenshot(later.page, 'portal/rejected');
  const text = await later.page.locator('main').innerText();
  for (const inside of ['Chưa có người theo dõi', 'Sổ theo dõi gửi báo cáo', minh.name, dung.name]) assert.ok(!text.includes(inside), `${inside} is told outside`);

  // Those who had no part see the review as theirs.
  await khoi.goTo(`/cases/${number}`);
  const desk = await khoi.desk();
  assert.ok((await desk.locator('details[id="act-review_internally"]').count()) > 0, 'the review is owed by somebody else');
  await lan.goTo(`/cases/${number}/portal-code`);
  await screenshot(await lan.desk(), 'portal/staff-code');
  await send((await lan.desk()).locator('main form button').last());
  await screenshot(await lan.desk(), 'portal/staff-slip');
  await later.page.reload();
  assert.equal(await later.page.locator('form#track').count(), 1, 'a new code ends the visits of the old one');
});

journey('without scripts the form, its mistakes and its receipt are the same', async (scene) => {
  await office(scene, { only: ['lan'] });
  const { page } = await scene.withoutJavaScript({ size: PHONE });
  await page.goto('/portal/new');
  await fill(page.locator('form#report'), { ...REPORT, email: 'không phải thư' });
  await assertTypedValuesKept(page, () => send(submit(page)), 'form#report');
  await fill(page.locator('form#report'), { name: 'Công ty Ví Dụ', email: '' });
  await send(submit(page));
  const { number, code } = await receipt(page);
  await send(page.locator('form[action="/portal/receipt/done"] button'));
  await press(page.locator('.public-withdraw summary'));
  await fill(page.locator('form#withdraw'), { sure: true });
  await send(page.locator('form#withdraw button'));
  assert.match(await page.locator('#standing').innerText(), /Đã rút/);
  await send(page.locator('form[action="/portal/case/leave"] button'));
  await fill(page.locator('form#track'), { number, code: code.toLowerCase().replaceAll('-', ' ') });
  await send(page.locator('form#track button[type=submit]'));
  assert.match(await page.locator('h1').innerText(), new RegExp(number));
});
