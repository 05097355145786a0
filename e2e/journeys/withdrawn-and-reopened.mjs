// i) A complaint is withdrawn and gets a short signed notice of the end; later it is reopened under its number, with a limit of its own.

import assert from 'node:assert/strict';

import { journey } from '../harness/journey.mjs';
import { screenshot } from '../harness/look.mjs';
import { assertOwed, doAct, openAct, stageOf } from '../steps/acts.mjs';
import { fill, send } from '../steps/forms.mjs';
import { office } from '../steps/office.mjs';
import { assess, letter, receiveWritten } from '../steps/roads.mjs';

journey('a withdrawn complaint ends with a notice and is reopened on new matter', async (scene) => {
  const { anh, lan, minh, thang, mai, dung } = await office(scene, { only: ['anh', 'lan', 'minh', 'thang', 'mai', 'dung'] });
  const number = await receiveWritten(anh);
  await doAct(lan, number, 'acknowledge', { words: 'Đã nhận.', way: 'email' });
  await assess(minh, number, dung);
  await scene.clock.advance({ days: 3 });
  await doAct(lan, number, 'withdraw', { words: 'Khách hàng gửi thư rút khiếu nại.' });
  await screenshot(await lan.desk(), 'withdrawn/withdrawn');
  await letter(number, { drafter: minh, signer: thang, registry: mai });
  await mai.goTo(`/cases/${number}/letters/1`);
  await screenshot(await mai.desk(), 'withdrawn/notice');
  await mai.goTo(`/cases/${number}`);
  if ((await (await mai.desk()).locator('form#form-record_delivery').count()) > 0) await doAct(mai, number, 'record_delivery', { delivery: 'delivered' });
  await assertOwed(minh, number, []);
  await doAct(minh, number, 'close');
  assert.equal(await stageOf(minh, number), 'Đã kết thúc');

  await scene.clock.set('2026-04-13T09:00:00+07:00');
  await openAct(minh, number, 'reopen');
  const page = await minh.desk();
  await fill(page.locator('#form-reopen'), { ground: 'new_matter', reason: 'Khách hàng gửi chứng cứ mới.' });
  await send(page.locator('#form-reopen button[type=submit]'));
  assert.ok(await page.locator('#form-reopen .form-error').first().isVisible(), 'new matter has a day of its own receipt');
  await doAct(minh, number, 'reopen', { ground: 'new_matter', received_on: '10/04/2026', reason: 'Khách hàng gửi chứng cứ mới.' });
  await minh.goTo(`/cases/${number}`);
  assert.match(await page.locator('h1').innerText(), new RegExp(number), 'the number is kept');
  assert.match(await page.locator('#clock').innerText(), /11\/05\/2026/, 'thirty days from the receipt of the new matter, to the next working day');
  await screenshot(page, 'withdrawn/reopened');
});
