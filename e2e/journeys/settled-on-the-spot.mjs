// a) A spoken grievance is settled at the counter: written down with the keyboard alone, confirmed, reported, closed.

import assert from 'node:assert/strict';

import { journey } from '../harness/journey.mjs';
import { assertEveryFieldHasALabel, screenshot } from '../harness/look.mjs';
import { assertOwed, doAct, stageOf } from '../steps/acts.mjs';
import { office } from '../steps/office.mjs';
import { assertReads } from '../steps/words.mjs';

/** Tab by Tab to the field of this name, as someone who has no mouse. */
async function tabTo(page, name, value) {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    const at = await page.evaluate(() => ({ name: document.activeElement.name, value: document.activeElement.value }));
    if (at.name === name && (value === undefined || at.value === value)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`no way to ${name} by keyboard`);
}

async function writtenDownByKeyboard(page) {
  const { keyboard } = page;
  await tabTo(page, 'channel');
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await tabTo(page, 'name');
  await keyboard.type('Công ty TNHH Gạch Ví Dụ');
  await tabTo(page, 'phone');
  await keyboard.type('0912 345 678');
  await tabTo(page, 'declared_kind');
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await tabTo(page, 'subjects', 'other_activity');
  await keyboard.press('Space');
  await tabTo(page, 'content');
  await keyboard.type('Gọi hỏi lịch đánh giá ba lần không ai trả lời.');
  await tabTo(page, 'road');
  await keyboard.press('Space');
  await tabTo(page, 'explanation');
  await keyboard.type('Đã xin lỗi và báo lịch đánh giá ngày 10/3/2026.');
  await tabTo(page, 'satisfaction');
  await keyboard.type('Khách hàng cảm ơn và đồng ý với lịch.');
  await Promise.all([page.waitForEvent('load'), keyboard.press('Control+Enter')]);
}

journey('a spoken grievance is settled on the spot, confirmed, reported and closed', async (scene) => {
  const { anh, lan, minh } = await office(scene, { only: ['anh', 'lan', 'minh', 'thang'] });
  await anh.goTo('/intake');
  const page = await anh.desk();
  await assertEveryFieldHasALabel(page);
  await assertReads(page);
  await screenshot(page, 'settled/intake', { themes: ['light', 'dark'] });
  await writtenDownByKeyboard(page);
  assert.match(page.url(), /\/cases\/2026-0*1$/, await page.locator('main').innerText());
  const number = page.url().split('/').at(-1);
  await assertReads(page);
  await screenshot(page, 'settled/entered');

  await assertOwed(lan, number, ['confirm_entry', 'report_to_qmr', 'report_to_unit']);
  await lan.goTo('/work');
  const desk = await lan.desk();
  assert.equal(await desk.locator('.work-act').count(), 3, 'the three duties are on her list');
  await assertReads(desk);
  await screenshot(desk, 'settled/work');
  await desk.locator('.work-act[href$="#act-confirm_entry"]').click();
  await desk.waitForLoadState();
  assert.ok(await desk.locator('form#form-confirm_entry').isVisible(), 'the act is one click away');

  await doAct(lan, number, 'confirm_entry');
  await doAct(lan, number, 'report_to_qmr', { note: 'Đã giải quyết ngay, khách hàng thoả mãn.' });
  await doAct(lan, number, 'report_to_unit');
  await assertOwed(lan, number, []);
  await doAct(lan, number, 'close');
  assert.equal(await stageOf(lan, number), 'Đã kết thúc');
  await screenshot(await lan.desk(), 'settled/closed');

  await minh.goTo('/register');
  const book = await minh.desk();
  assert.match(await book.locator('main table').innerText(), /Gạch Ví Dụ/);
  await screenshot(book, 'settled/register');
});
