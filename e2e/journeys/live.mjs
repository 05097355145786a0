// A page that stands open hears what others do at once, and loses nothing that is typed.

import assert from 'node:assert/strict';

import { journey } from '../harness/journey.mjs';
import { screenshot } from '../harness/look.mjs';
import { doAct, openAct } from '../steps/acts.mjs';
import { fill } from '../steps/forms.mjs';
import { office } from '../steps/office.mjs';
import { receiveSpoken } from '../steps/roads.mjs';

/** In milliseconds. The aim is 300, which a test without a browser holds; here others work on the machine. */
const LATEST = 1_000;

journey('an open case says that somebody changed it, and what is typed stays', async (scene) => {
  const { anh, lan, minh } = await office(scene, { only: ['anh', 'lan', 'minh', 'thang'] });
  const number = await receiveSpoken(anh);
  await openAct(minh, number, 'give_direction');
  const page = await minh.desk();
  const direction = 'Liên hệ khách hàng trong ngày.';
  await fill(page.locator('#form-give_direction'), { direction });
  const note = page.locator('[data-live-case]');
  assert.equal(await note.isVisible(), false, 'nothing has changed yet');
  // When the act was sent and answered, and when the open page heard of it: two browsers on one machine, with one clock.
  await page.evaluate(() => {
    globalThis.heard = [];
    new EventSource('/events').addEventListener('case', () => globalThis.heard.push(Date.now()));
  });
  const desk = await lan.desk();
  let [sentAt, answeredAt] = [0, 0];
  desk.on('request', (request) => { if (request.method() === 'POST') sentAt = Date.now(); });
  desk.on('response', (response) => { if (response.request().method() === 'POST') answeredAt = Date.now(); });
  await doAct(lan, number, 'tell_progress', { words: 'Đang tìm hiểu sự việc.', reply_by: '10/03/2026' }, { again: true });
  await note.waitFor({ state: 'visible', timeout: 5_000 });
  const heardAt = await page.evaluate(() => globalThis.heard[0]);
  console.log(`an open page heard of an act ${heardAt - sentAt} ms after it was sent, ${heardAt - answeredAt} ms after it was answered`);
  assert.ok(heardAt - answeredAt <= LATEST, `${heardAt - answeredAt} ms`);
  assert.equal(await page.locator('#form-give_direction [name=direction]').inputValue(), direction);
  await screenshot(page, 'live/changed');
  const work = page.locator('.side-nav [data-live=work]');
  assert.match(await work.innerText(), /^\d+$/, 'how much waits is counted');
});
