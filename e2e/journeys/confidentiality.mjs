// f) A leak: the 72 hours, the investigation, the client told, the corrective action without which the case does not close.

import assert from 'node:assert/strict';

import { journey } from '../harness/journey.mjs';
import { screenshot } from '../harness/look.mjs';
import { assertNotOpen, assertOwed, doAct, openAct, stageOf } from '../steps/acts.mjs';
import { office } from '../steps/office.mjs';
import { assess, causeAndPlan, decide, letter, receiveWritten } from '../steps/roads.mjs';

journey('a leak is assessed within 72 hours, investigated and followed by a corrective action', async (scene) => {
  const { anh, minh, thang, binh, mai, dung, hung } = await office(scene, { only: ['anh', 'lan', 'minh', 'thang', 'binh', 'mai', 'dung', 'hung'] });
  const number = await receiveWritten(anh, { channel: 'email', subjects: ['confidentiality'], content: 'Kết quả thử nghiệm của chúng tôi bị gửi nhầm cho đối thủ.' });
  await assertOwed(minh, number, ['acknowledge', 'assess', 'assess_data_breach', 'dispatch_letter', 'tell_progress']);
  await doAct(minh, number, 'acknowledge', { words: 'Đã nhận.', way: 'email' });
  await openAct(minh, number, 'assess_data_breach');
  const page = await minh.desk();
  assert.match(await page.locator('#act-assess_data_breach > summary').innerText(), /05\/03\/2026/, 'three days, to the hour');
  await screenshot(page, 'confidentiality/72-hours');
  await doAct(minh, number, 'assess_data_breach', { personal_data: 'yes', conclusion: 'Có tên người liên hệ; báo khách hàng, không phải báo cơ quan quản lý.' });
  await assess(minh, number, dung);
  await assertNotOpen(minh, number, 'decide_outcome', /./);
  await doAct(minh, number, 'investigate_leak', { team: 'QMR, Đỗ Mạnh Dũng', findings: 'Chọn nhầm người nhận trong danh bạ.', leak_confirmed: 'yes' });
  await doAct(minh, number, 'tell_affected_client', { words: 'Đã báo phạm vi thông tin bị lộ và việc đã làm.', way: 'email' });
  await doAct(minh, number, 'open_corrective_action', { problem: 'Gửi nhầm kết quả.', owner: dung });
  await causeAndPlan(number, { finder: minh, officer: dung, leader: thang, by: '10/03/2026', today: '02/03/2026' });
  await decide(minh, number, { remedy: 'procedure_change', reasons: 'Kết quả bị gửi nhầm; đã thu hồi và thay đổi cách gửi.' });
  await mai.goTo(`/cases/${number}`);
  const masked = await (await mai.desk()).locator('#facts').count();
  assert.equal(masked, 0, 'before there is a letter to send, the registry sees no more than that a letter came in');
  await letter(number, { drafter: minh, signer: binh, registry: mai, way: 'email' });
  await doAct(minh, number, 'record_response', { response: 'satisfied', words: 'Đồng ý với biện pháp.' });
  await assertOwed(minh, number, []);
  await doAct(minh, number, 'close');
  assert.equal(await stageOf(minh, number), 'Đã kết thúc');
  await minh.goTo(`/cases/${number}`);
  assert.equal(await page.locator('#links a[href^="/corrective-actions/"]').count(), 1, 'the action runs on');
  await screenshot(page, 'confidentiality/closed');
  assert.equal((await hung.goTo(`/cases/${number}`)).status(), 404);
});
