// g) More time is asked for and granted, the complainant is told; asked for again and refused. Every date says why it is that day.

import assert from 'node:assert/strict';

import { journey } from '../harness/journey.mjs';
import { screenshot } from '../harness/look.mjs';
import { assertNotOpen, doAct, openAct } from '../steps/acts.mjs';
import { fill, send } from '../steps/forms.mjs';
import { office } from '../steps/office.mjs';
import { assess, receiveWritten } from '../steps/roads.mjs';

async function clockOf(colleague, number) {
  await colleague.goTo(`/cases/${number}`);
  return (await colleague.desk()).locator('#clock').innerText();
}

journey('an extension is granted and told, another is refused', async (scene) => {
  const { anh, lan, minh, thang, binh, dung } = await office(scene, { only: ['anh', 'lan', 'minh', 'thang', 'binh', 'dung'] });
  const number = await receiveWritten(anh, { channel: 'email' });
  await doAct(lan, number, 'acknowledge', { words: 'Đã nhận.', way: 'email' });
  await assess(minh, number, dung);
  assert.match(await clockOf(minh, number), /01\/04\/2026/);

  await scene.clock.set('2026-03-30T09:00:00+07:00');
  await openAct(minh, number, 'ask_extension');
  const page = await minh.desk();
  for (const [until, why] of [['01/04/2026', /sau thời hạn|thời hạn/], ['18/04/2026', /ngày làm việc/], ['32/13/2026', /đọc được/]]) {
    await fill(page.locator('#form-ask_extension'), { until, reason: 'Chờ kết quả thử nghiệm lại.' });
    await send(page.locator('#form-ask_extension button[type=submit]'));
    assert.match(await page.locator('#form-ask_extension .form-error').innerText(), why);
    assert.equal(await page.locator('#form-ask_extension [name=until]').inputValue(), until);
    assert.equal(await page.locator('#form-ask_extension [name=reason]').inputValue(), 'Chờ kết quả thử nghiệm lại.');
  }
  await screenshot(page, 'extension/wrong-day');
  await doAct(minh, number, 'ask_extension', { until: '20/04/2026', reason: 'Chờ kết quả thử nghiệm lại.' });
  await assertNotOpen(minh, number, 'grant_extension', /./);
  await assertNotOpen(binh, number, 'grant_extension', /./);
  await doAct(thang, number, 'grant_extension', { reason: 'Đồng ý chờ kết quả thử nghiệm.' });
  await doAct(lan, number, 'tell_extension', { words: 'Thời hạn mới là 20/4/2026.', way: 'email' });
  const clock = await clockOf(minh, number);
  assert.match(clock, /20\/04\/2026/, 'the limit moved');
  assert.match(clock, /01\/04\/2026/, 'the first limit stays in sight');
  await page.locator('#clock .disclosure > summary').click();
  await screenshot(page, 'extension/granted');

  await scene.clock.set('2026-04-17T09:00:00+07:00');
  await doAct(minh, number, 'ask_extension', { until: '29/04/2026', reason: 'Chưa có kết quả.' });
  await doAct(thang, number, 'refuse_extension', { reason: 'Đã đủ thời gian.' });
  const still = await clockOf(minh, number);
  assert.match(still, /20\/04\/2026/, 'the limit stays');
  await screenshot(page, 'extension/refused');

  // The day after the limit: late, and too late to ask.
  await scene.clock.set('2026-04-21T09:00:00+07:00');
  await minh.goTo('/work?part=late');
  assert.ok((await page.locator('.work-act').count()) > 0, 'what is late is listed');
  await screenshot(page, 'extension/late');
  await assertNotOpen(minh, number, 'ask_extension', /B2\.5/);
});
