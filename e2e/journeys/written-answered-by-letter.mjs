// c) A written complaint: the plan and the letter are each returned once, a deputy signs with KT., the registry numbers and sends.

import assert from 'node:assert/strict';

import { journey } from '../harness/journey.mjs';
import { assertEveryFieldHasALabel, screenshot } from '../harness/look.mjs';
import { assertNotOpen, assertOwed, doAct, openAct, stageOf } from '../steps/acts.mjs';
import { PDF } from '../steps/forms.mjs';
import { office } from '../steps/office.mjs';
import { assess, decide, plan, receiveWritten } from '../steps/roads.mjs';

async function theLetterGoesOut(scene, how, pictures) {
  const { anh, lan, minh, thang, binh, mai, dung } = await office(scene, { only: ['anh', 'lan', 'minh', 'thang', 'binh', 'mai', 'dung'], how });
  const picture = async (colleague, name) => pictures && screenshot(await colleague.desk(), `letter/${name}`);

  const number = await receiveWritten(anh, { documents: PDF('khieu-nai.pdf') });
  await assertOwed(lan, number, ['acknowledge', 'assess', 'dispatch_letter', 'tell_progress']);
  await doAct(lan, number, 'acknowledge', { words: 'Đã nhận thư, số vụ việc, hạn trả lời và bước tiếp theo.', way: 'email' });
  await doAct(mai, number, 'record_incoming', { incoming_number: '47' });
  await openAct(minh, number, 'assess');
  await assertEveryFieldHasALabel(await minh.desk());
  await picture(minh, 'assess');
  await assess(minh, number, dung);

  await scene.clock.advance({ days: 2 });
  await doAct(minh, number, 'add_evidence', {
    description: 'Sổ theo dõi gửi báo cáo của phòng.',
    source: 'Phòng CNTT',
    documents: PDF('so-theo-doi.pdf'),
  });
  await doAct(minh, number, 'establish_cause', { cause: 'Chưa có người theo dõi thời hạn gửi báo cáo.' });
  await openAct(dung, number, 'propose_plan');
  await picture(dung, 'plan');
  await doAct(dung, number, 'propose_plan', plan(dung, '13/03/2026'));
  await doAct(thang, number, 'return_plan', { reason: 'Bổ sung biện pháp phòng ngừa lặp lại.' });
  await openAct(dung, number, 'propose_plan');
  const proposed = (await dung.desk()).locator('#form-propose_plan textarea[name=plan]');
  assert.match(await proposed.inputValue(), /Gửi báo cáo ngay/, 'the returned plan is corrected, not written anew');
  await doAct(dung, number, 'propose_plan', { 'measures.1.what': 'Lập bảng theo dõi thời hạn', 'measures.1.doer': minh, 'measures.1.by': '16/03/2026' });
  await doAct(binh, number, 'approve_plan');
  await doAct(dung, number, 'report_measure_done', { result: 'Đã gửi báo cáo ngày 4/3/2026.' }, { again: true });
  await doAct(minh, number, 'report_measure_done', { result: 'Đã lập bảng theo dõi.' });
  await decide(minh, number);

  await doAct(minh, number, 'draft_letter', { signer: binh, subject_line: 'trả lời khiếu nại về thời hạn gửi báo cáo' }, { by: 'submit' });
  await assertNotOpen(minh, number, 'draft_letter', /./);
  await openAct(binh, number, 'sign_letter');
  await picture(binh, 'sign');
  await doAct(binh, number, 'return_letter', { reason: 'Nêu rõ ngày gửi báo cáo.' });
  await openAct(minh, number, 'draft_letter');
  const body = (await minh.desk()).locator('#form-draft_letter textarea[name=body]');
  await doAct(minh, number, 'draft_letter', { body: `${await body.inputValue()}\nBáo cáo đã gửi ngày 04/3/2026.` }, { by: 'submit' });
  await doAct(binh, number, 'sign_letter', { documents: PDF('cong-van-da-ky.pdf') });
  await doAct(mai, number, 'number_letter');
  await mai.goTo(`/cases/${number}/letters/1`);
  const paper = await (await mai.desk()).locator('article.sheet').innerText();
  assert.match(paper, /KT\. GIÁM ĐỐC\s+PHÓ GIÁM ĐỐC[^]*Vũ Thanh Bình/, 'signed for the head by his deputy');
  assert.match(paper, /Số: 01\//);
  assert.match(paper, /Báo cáo đã gửi ngày 04\/3\/2026/);
  await picture(mai, 'paper');
  await doAct(mai, number, 'dispatch_letter', { way: 'post', tracking: 'EB123456789VN' });
  assert.equal(await stageOf(minh, number), 'Đã trả lời');
  await scene.clock.advance({ days: 2 });
  await doAct(mai, number, 'record_delivery', { delivery: 'delivered', note: 'Có ký nhận' });
  await doAct(lan, number, 'record_response', { response: 'satisfied', words: 'Khách hàng gửi thư cảm ơn.' });
  await assertOwed(lan, number, []);
  await doAct(minh, number, 'close');
  assert.equal(await stageOf(minh, number), 'Đã kết thúc');
  await picture(minh, 'closed');

  await minh.goTo('/letters');
  assert.match(await (await minh.desk()).locator('main').innerText(), /01\//);
  await picture(minh, 'outgoing');
}

journey('a written complaint is answered by a letter that a deputy signs, plan and letter returned once', async (scene) => {
  await theLetterGoesOut(scene, {}, true);
});

journey('the same letter goes out without JavaScript', async (scene) => {
  await theLetterGoesOut(scene, { javaScript: false }, false);
});
