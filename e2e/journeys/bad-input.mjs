// l) Whatever is typed wrongly at intake is told at its field, and nothing that was typed or attached is lost.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { assertTypedValuesKept } from '../harness/forms.mjs';
import { journey } from '../harness/journey.mjs';
import { screenshot } from '../harness/look.mjs';
import { PDF, fill, press, send } from '../steps/forms.mjs';
import { office } from '../steps/office.mjs';
import { assertReads } from '../steps/words.mjs';

const GOOD = {
  channel: 'in_person',
  road: 'promised',
  name: 'Bà Cao Thị Mẫu',
  phone: '0901 222 333',
  email: 'mau@vidu.example',
  declared_kind: 'complaint',
  subjects: ['other_activity', 'client_product'],
  content: 'Nhãn chứng nhận in sai số hiệu.',
};

async function openForm(colleague) {
  await colleague.goTo('/intake');
  const page = await colleague.desk();
  const more = page.locator('details.intake-more');
  if (!(await more.evaluate((one) => one.open))) await press(more.locator('summary').first());
  return page;
}

const enter = (page) => send(page.locator('form#intake button[type=submit]').last());

/** The form comes back with the message at the field and in the summary above, everything typed still there. */
async function assertRefused(page, wrong, message) {
  await assertTypedValuesKept(page, () => enter(page), 'form#intake');
  assert.equal(new URL(page.url()).pathname, '/intake');
  const said = page.locator(`#intake-${wrong}-error`);
  assert.match(await said.innerText(), message, `${wrong} is told`);
  assert.ok(await said.isVisible(), `what is wrong with ${wrong} is in sight`);
  assert.ok((await page.locator(`form#intake .notice a[href="#intake-${wrong}"]`).count()) === 1, `the summary leads to ${wrong}`);
  await assertReads(page);
}

const WRONG = [
  ['name', { name: '' }, /./],
  ['name', { name: 'x'.repeat(501) }, /500|dài/],
  ['phone', { phone: 'không có' }, /./],
  ['email', { email: 'lan@' }, /./],
  ['content', { content: '' }, /./],
  ['content', { content: 'x'.repeat(20_001) }, /20\.000|dài/],
  ['received_on', { received_on: '05/03/2026' }, /tương lai|chưa đến|hôm nay|sau/],
  ['received_on', { received_on: '31/02/2026' }, /./],
  ['reply_by', { reply_by: '01/03/2026' }, /./],
  ['reply_by', { reply_by: '30/06/2026' }, /./],
  ['reply_by', { reply_by: '' }, /./],
  ['report_by', { forwarder: 'Cục Thử', report_by: '01/02/2026' }, /./],
  ['anonymous', { anonymous: true }, /./],
  ['subjects', { subjects: [] }, /./],
  ['explanation', { road: 'settled', explanation: '', satisfaction: 'Đồng ý' }, /./],
];

async function eachMistakeIsTold(scene, how, pictures) {
  const { anh } = await office(scene, { only: ['anh', 'minh'], how });

  const empty = await openForm(anh);
  await enter(empty);
  for (const name of ['channel', 'name', 'declared_kind', 'subjects', 'content']) {
    assert.equal(await empty.locator(`#intake-${name}-error`).count(), 1, `${name} is missing, and it is said`);
  }
  if (pictures) await screenshot(empty, 'bad-input/empty');

  for (const [wrong, values, message] of WRONG) {
    const page = await openForm(anh);
    await fill(page.locator('form#intake'), { ...GOOD, ...values });
    await assertRefused(page, wrong, message);
  }

  // Files: what is no file of the office is refused, the good one beside it stays given.
  const page = await openForm(anh);
  const wrong = { name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1') };
  const html = { name: 'trang.html', mimeType: 'text/html', buffer: Buffer.from('<!doctype html><script>alert(1)</script>') };
  await fill(page.locator('form#intake'), { ...GOOD, documents: [PDF('don-khieu-nai.pdf'), html, wrong] });
  await assertRefused(page, 'documents', /./);
  if (pictures) await screenshot(page, 'bad-input/wrong-file');
  const large = join(scene.data, '..', 'lon.pdf');
  writeFileSync(large, Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(26 * 1024 * 1024)]));
  await fill(page.locator('form#intake'), { documents: large });
  await assertRefused(page, 'documents', /./);
  await enter(page);
  assert.match(page.url(), /\/cases\/2026-0001$/, 'what remains is good, and goes in');
  await anh.goTo('/cases/2026-0001');
  const documents = page.locator('#documents');
  assert.match(await documents.innerText(), /don-khieu-nai\.pdf/, 'the good file was kept all along');
  assert.doesNotMatch(await documents.innerText(), /bien-ban|lon\.pdf/);
  const shown = await page.request.get(await documents.locator('a', { hasText: 'trang.html' }).getAttribute('href'));
  assert.match(shown.headers()['content-disposition'], /^attachment/);
  assert.doesNotMatch(shown.headers()['content-type'], /html/, 'a page that came as a file never opens as a page');
}

journey('every mistake at intake is told and nothing typed is lost', async (scene) => {
  await eachMistakeIsTold(scene, {}, true);
});

journey('so it is without JavaScript', async (scene) => {
  await eachMistakeIsTold(scene, { javaScript: false }, false);
});

journey('what may not be settled on the spot is refused under its rule, with the way that remains', async (scene) => {
  const { anh } = await office(scene, { only: ['anh', 'minh'] });
  const page = await openForm(anh);
  const values = { ...GOOD, subjects: ['certification_result'], road: 'settled', explanation: 'Đã giải thích.', satisfaction: 'Đồng ý.' };
  await fill(page.locator('form#intake'), values);
  await assertTypedValuesKept(page, () => enter(page), 'form#intake');
  assert.match(await page.locator('form#intake .notice').innerText(), /B1\.1/);
  await screenshot(page, 'bad-input/not-on-the-spot');
  await send(page.locator('form#intake button[name=turn]'));
  assert.ok(await page.locator('[name=road][value=promised]').isChecked());
  await enter(page);
  assert.match(page.url(), /\/cases\/2026-0001$/);
});
