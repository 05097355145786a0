// e) A complaint about conduct: protected, the person is told and heard, QMR talks with them, and the answer is given all the same.

import assert from 'node:assert/strict';

import { journey } from '../harness/journey.mjs';
import { screenshot } from '../harness/look.mjs';
import { assertNotOpen, doAct, openAct, stageOf } from '../steps/acts.mjs';
import { office } from '../steps/office.mjs';
import { assess, causeAndPlan, decide, receiveSpoken } from '../steps/roads.mjs';
import { assertReads } from '../steps/words.mjs';

const WHO = /Trịnh Văn Thử/;

journey('someone complained about is heard and talked with, and sees the allegation alone', async (scene) => {
  const { anh, lan, minh, thang, hung, ha, dung } = await office(scene, { only: ['anh', 'lan', 'minh', 'thang', 'hung', 'ha', 'dung'] });
  const number = await receiveSpoken(anh, { subjects: ['staff_conduct'], persons_concerned: dung, content: 'Chuyên viên nói năng thiếu tôn trọng khi đánh giá tại nhà máy.' });
  await doAct(minh, number, 'give_direction', { direction: 'QMR trực tiếp làm việc.' });
  await assess(minh, number, ha);
  await doAct(minh, number, 'tell_subject', { words: 'Anh bị khiếu nại về thái độ; mời giải trình trong 5 ngày.' });
  await assertNotOpen(minh, number, 'decide_outcome', /./);

  // The book is kept, its line is masked; others do not even see it.
  await lan.goTo('/register');
  const book = await lan.desk();
  assert.doesNotMatch(await book.locator('main').innerText(), WHO);
  await lan.goTo(`/cases/${number}`);
  assert.doesNotMatch(await book.content(), WHO, 'nothing of the complainant is in the page of whoever sees it masked');
  assert.doesNotMatch(await book.content(), /Đỗ Mạnh Dũng/, 'nor who is complained about');
  await assertReads(book);
  await screenshot(book, 'conduct/masked');
  assert.equal((await hung.goTo(`/cases/${number}`)).status(), 404, 'the case does not exist for whoever has nothing to do with it');

  await openAct(dung, number, 'record_statement');
  const page = await dung.desk();
  assert.doesNotMatch(await page.content(), WHO, 'the subject does not learn who complained');
  assert.match(await page.locator('main').innerText(), /thiếu tôn trọng/, 'but what is alleged');
  await screenshot(page, 'conduct/subject');
  await doAct(dung, number, 'record_statement', { statement: 'Tôi có nói to vì tiếng ồn, không có ý xúc phạm.' });

  await doAct(minh, number, 'hold_talk', { people: 'QMR, Đỗ Mạnh Dũng', account: 'Thừa nhận nói to.', lesson: 'Giữ thái độ đúng mực, ra khỏi nơi ồn khi trao đổi.' });
  await causeAndPlan(number, { finder: ha, officer: ha, leader: thang, by: '10/03/2026', today: '02/03/2026' });
  await decide(minh, number, { finding: 'partly', remedy: 'staff_briefing', reasons: 'Có nói to; đã trao đổi rút kinh nghiệm.' });
  await doAct(ha, number, 'answer_by_voice', { words: 'Đã gọi điện xin lỗi.', notice_declined: true });
  await doAct(minh, number, 'record_response', { response: 'satisfied', words: 'Chấp nhận lời xin lỗi.' });
  await doAct(minh, number, 'close');
  assert.equal(await stageOf(minh, number), 'Đã kết thúc');
  await screenshot(await minh.desk(), 'conduct/closed');
});
