// d) An appeal about a certification result: the head who took part in the decision is kept out and replaced, the appeal is upheld,
// a corrective action runs, and a new certification decision is reported.

import assert from 'node:assert/strict';

import { journey } from '../harness/journey.mjs';
import { screenshot } from '../harness/look.mjs';
import { assertNotOpen, assertOwed, doAct, openAct, owes, stageOf } from '../steps/acts.mjs';
import { office } from '../steps/office.mjs';
import { assess, decide, letter, plan, receiveWritten } from '../steps/roads.mjs';

const APPEAL = {
  is_client: true,
  declared_kind: 'appeal',
  subjects: ['certification_result'],
  content: 'Kháng nghị quyết định từ chối chứng nhận sản phẩm gạch ốp lát.',
};

journey('an appeal is upheld by someone who took no part in the decision', async (scene) => {
  const { anh, lan, minh, hung, ha, thang, binh, mai, dung } = await office(scene);
  const number = await receiveWritten(anh, APPEAL);
  await doAct(lan, number, 'acknowledge', { words: 'Đã nhận kháng nghị.', way: 'post' });
  await assess(minh, number, dung, { kind: 'appeal', severity: 'high' });
  await assertNotOpen(hung, number, 'decide_outcome', /./);
  await openAct(minh, number, 'name_participants');
  await screenshot(await minh.desk(), 'appeal/participants');
  await doAct(minh, number, 'name_participants', {
    decision_number: 'QĐ 25/QĐ-CNTT',
    decided_on: '15/01/2026',
    'people.0.person': hung,
    'people.0.part': 'decision',
    'people.1.person': anh,
    'people.1.part': 'evaluation',
  });

  // The head is told why: he took part (S4).
  const page = await assertNotOpen(hung, number, 'establish_cause', /S4|tham gia/);
  await screenshot(page, 'appeal/kept-out');
  assert.ok((await owes(page, 'substitute')) > 0, 'a replacement is owed');
  await openAct(thang, number, 'substitute');
  const office2 = await thang.desk();
  assert.ok(await office2.locator(`#form-substitute option[value="${hung.id}"]`).isDisabled(), 'he cannot be named himself');
  await doAct(thang, number, 'substitute', { role: 'certification_head', person: ha, reason: 'Trưởng phòng CNTT đã ra quyết định bị kháng nghị.' });
  await screenshot(await thang.desk(), 'appeal/replaced');

  await doAct(ha, number, 'add_evidence', { description: 'Hồ sơ đánh giá.', source: 'Phòng CNTT', obtained_on: '02/03/2026' });
  await doAct(ha, number, 'establish_cause', { cause: 'Áp dụng sai phiên bản tiêu chuẩn.' });
  await doAct(dung, number, 'propose_plan', plan(ha, '10/03/2026'));
  await doAct(thang, number, 'approve_plan');
  await doAct(ha, number, 'report_measure_done', { result: 'Đã soát lại hồ sơ.' });
  await decide(ha, number, { remedy: 'reevaluation', reasons: 'Quyết định dựa trên phiên bản tiêu chuẩn đã hết hiệu lực.' });
  await doAct(ha, number, 'report_result_to_qmr', { note: 'Chấp nhận kháng nghị.' });
  await doAct(ha, number, 'report_result_to_leadership');
  await doAct(ha, number, 'open_corrective_action', { problem: 'Áp dụng phiên bản tiêu chuẩn hết hiệu lực.', owner: hung });

  await letter(number, { drafter: minh, signer: binh, registry: mai });
  await doAct(mai, number, 'record_delivery', { delivery: 'delivered' });
  await assertOwed(minh, number, ['report_new_decision', 'record_response']);
  await doAct(ha, number, 'report_new_decision', { words: 'QĐ 31/QĐ-TT ngày 20/3/2026 thay thế.' });
  await doAct(lan, number, 'record_response', { response: 'satisfied', words: 'Đồng ý.' });
  await doAct(minh, number, 'close');
  assert.equal(await stageOf(minh, number), 'Đã kết thúc');
  await screenshot(await minh.desk(), 'appeal/closed');

  await correctiveActionRunsOn(scene, { minh, hung, thang, dung, number });
});

/** The action behind the case goes its own way to the review of its effect. */
async function correctiveActionRunsOn(scene, { minh, hung, thang, dung, number }) {
  await minh.goTo(`/cases/${number}`);
  const page = await minh.desk();
  const action = await page.locator('#links a[href^="/corrective-actions/"]').getAttribute('href');
  await doAct(hung, action, 'correct', { correction: 'Thu hồi biểu mẫu cũ.' });
  await doAct(hung, action, 'analyse_cause', { method: 'five_whys', cause: 'Không có bước soát phiên bản tiêu chuẩn.' });
  await doAct(hung, action, 'plan_actions', { 'measures.0.what': 'Thêm bước soát phiên bản', 'measures.0.doer': dung, 'measures.0.by': '31/03/2026' });
  await doAct(thang, action, 'approve_actions');
  await doAct(dung, action, 'report_action_done', { result: 'Đã sửa quy trình.' });
  await scene.clock.set('2026-06-15T09:00:00+07:00');
  await doAct(minh, action, 'review_effectiveness', { effectiveness: 'effective', reasons: 'Không tái diễn trong ba tháng.' });
  await doAct(minh, action, 'close_action');
  await minh.goTo(action);
  assert.ok((await page.locator(`main a[href="/cases/${number}"]`).count()) > 0, 'the action leads back to its case');
  await screenshot(page, 'appeal/corrective-action');
  await minh.goTo('/corrective-actions');
  await screenshot(page, 'appeal/corrective-actions');
}
