// h) The complainant rejects the outcome: one internal review by someone who had no part, the notice of the end, recourse outside.

import assert from 'node:assert/strict';

import { journey } from '../harness/journey.mjs';
import { screenshot } from '../harness/look.mjs';
import { assertNotOpen, assertOwed, doAct, stageOf } from '../steps/acts.mjs';
import { office } from '../steps/office.mjs';
import { assess, causeAndPlan, decide, letter, receiveWritten } from '../steps/roads.mjs';

journey('a rejected outcome is reviewed by someone else and ends with a notice', async (scene) => {
  const { anh, lan, minh, thang, binh, mai, dung, khoi } = await office(scene);
  const number = await receiveWritten(anh);
  await doAct(lan, number, 'acknowledge', { words: 'Đã nhận.', way: 'email' });
  await assess(minh, number, dung);
  await causeAndPlan(number, { finder: minh, officer: dung, leader: thang, by: '10/03/2026', today: '02/03/2026' });
  await decide(minh, number);
  await letter(number, { drafter: minh, signer: binh, registry: mai });
  await doAct(mai, number, 'record_delivery', { delivery: 'delivered' });
  await scene.clock.advance({ days: 7 });
  await doAct(lan, number, 'record_response', { response: 'rejected', words: 'Không đồng ý, yêu cầu xem xét lại.' });

  await assertNotOpen(binh, number, 'review_internally', /./);
  await assertNotOpen(thang, number, 'review_internally', /./);
  await doAct(khoi, number, 'review_internally', { finding: 'founded', remedy: 'fee_refund', reasons: 'Khiếu nại đúng; hoàn phí giám sát.' });
  await screenshot(await khoi.desk(), 'not-satisfied/reviewed');
  await doAct(lan, number, 'record_recourse', { forum: 'accreditation_body', words: 'Đã gửi đơn đến tổ chức công nhận.' });
  await letter(number, { drafter: minh, signer: binh, registry: mai });
  await assertNotOpen(minh, number, 'close', /./);
  await scene.clock.advance({ days: 10 });
  await doAct(lan, number, 'record_recourse_result', { words: 'Tổ chức công nhận đồng ý với kết quả xem xét lại.' });
  await mai.goTo(`/cases/${number}`);
  if ((await (await mai.desk()).locator('form#form-record_delivery').count()) > 0) await doAct(mai, number, 'record_delivery', { delivery: 'delivered' });
  await assertOwed(minh, number, []);
  await doAct(minh, number, 'close');
  assert.equal(await stageOf(minh, number), 'Đã kết thúc');
  await mai.goTo(`/cases/${number}/letters/2`);
  await screenshot(await mai.desk(), 'not-satisfied/end-notice');
  await minh.goTo(`/cases/${number}`);
  await screenshot(await minh.desk(), 'not-satisfied/closed');
});
