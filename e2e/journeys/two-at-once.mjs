// k) Two people on one case at once, and one person who clicks twice: nothing is done twice, nothing typed is lost.

import assert from 'node:assert/strict';

import { journey } from '../harness/journey.mjs';
import { screenshot } from '../harness/look.mjs';
import { assertOwed, doAct, openAct, owes } from '../steps/acts.mjs';
import { fill, send } from '../steps/forms.mjs';
import { office } from '../steps/office.mjs';
import { receiveSpoken, receiveWritten } from '../steps/roads.mjs';
import { assertReads } from '../steps/words.mjs';

journey('whoever comes second is told what happened meanwhile and can send again', async (scene) => {
  const { anh, lan, minh } = await office(scene, { only: ['anh', 'lan', 'minh', 'thang'] });
  const number = await receiveSpoken(anh);

  await openAct(minh, number, 'give_direction');
  const page = await minh.desk();
  const direction = 'Liên hệ khách hàng trong ngày.\nBáo lại QMR.';
  await fill(page.locator('#form-give_direction'), { direction });
  await doAct(lan, number, 'tell_progress', { words: 'Đang tìm hiểu sự việc.', reply_by: '10/03/2026' }, { again: true });

  await send(page.locator('#form-give_direction button[type=submit]'));
  const notice = await page.locator('#act-give_direction .notice').innerText();
  assert.match(notice, /Nguyễn Thị Lan/, 'who was here before is said');
  assert.equal(await page.locator('#form-give_direction [name=direction]').inputValue(), direction);
  assert.ok(await page.locator('#form-give_direction').isVisible());
  await assertReads(page);
  await screenshot(page, 'two-at-once/overtaken');
  await send(page.locator('#form-give_direction button[type=submit]'));
  assert.equal(await page.locator('.toast-notice').count(), 1, 'sent again, it is done');
  assert.equal(await owes(page, 'give_direction'), 0);
});

journey('the same act of two people is done once, and the second keeps what was typed', async (scene) => {
  const { anh, lan, minh } = await office(scene, { only: ['anh', 'lan', 'minh', 'thang'] });
  const number = await receiveWritten(anh);
  for (const colleague of [lan, minh]) {
    await openAct(colleague, number, 'acknowledge');
    await fill((await colleague.desk()).locator('#form-acknowledge'), { words: `Đã nhận (${colleague.name}).`, way: 'email' });
  }
  const button = (page) => page.locator('#form-acknowledge button[type=submit]');
  await send(button(await lan.desk()));
  await assertOwed(lan, number, ['assess', 'dispatch_letter', 'tell_progress']);

  const page = await minh.desk();
  await send(button(page));
  const kept = page.locator('#form-acknowledge [name=words]');
  assert.equal(await kept.inputValue(), 'Đã nhận (Trần Văn Minh).', 'what was typed is still there to be copied');
  assert.ok(await kept.isVisible());
  await screenshot(page, 'two-at-once/already-done');
  await lan.goTo(`/cases/${number}`);
  const told = (await (await lan.desk()).locator('#history').innerText()).match(/Đã nhận \(/g);
  assert.equal(told.length, 1, 'it stands once in the history');
});

for (const javaScript of [true, false]) {
  journey(`a double click does an act once ${javaScript ? 'with' : 'without'} JavaScript`, async (scene) => {
    const { anh, lan } = await office(scene, { only: ['anh', 'lan', 'minh'], how: { javaScript } });
    const number = await receiveWritten(anh);
    await openAct(lan, number, 'tell_progress');
    const page = await lan.desk();
    await fill(page.locator('#form-tell_progress'), { words: 'Đang xem xét.' });
    if (javaScript) {
      await Promise.all([page.waitForEvent('load'), page.locator('#form-tell_progress button[type=submit]').dblclick()]);
    } else {
      // The browser sends the same form twice, as an impatient hand or a lost answer makes it.
      const sent = await page.locator('#form-tell_progress').evaluate((form) => Object.fromEntries(new FormData(form)));
      const path = new URL(await page.locator('#form-tell_progress').getAttribute('action'), page.url()).href;
      const answers = await Promise.all([1, 2].map(() => page.request.post(path, { form: sent, maxRedirects: 0 })));
      assert.deepEqual(answers.map((answer) => answer.status()), [303, 303], 'both are told that it is done');
    }
    await lan.goTo(`/cases/${number}`);
    assert.equal((await page.locator('#history').innerText()).match(/Đang xem xét\./g).length, 1, 'done once');
  });
}
