// b) A spoken complaint that could not be settled at once: a reply is promised, QMR gives the direction, the answer is given by voice.

import assert from 'node:assert/strict';

import { journey } from '../harness/journey.mjs';
import { assertEveryFieldHasALabel, screenshot } from '../harness/look.mjs';
import { assertOwed, doAct, stageOf } from '../steps/acts.mjs';
import { office } from '../steps/office.mjs';
import { assess, causeAndPlan, decide, receiveSpoken } from '../steps/roads.mjs';

async function answeredByVoice(scene, language, closed, pictures) {
  const { anh, lan, minh, thang, dung } = await office(scene, { only: ['anh', 'lan', 'minh', 'thang', 'dung'], how: { language } });
  const picture = async (colleague, name) => screenshot(await colleague.desk(), `${pictures}/${name}`);
  const number = await receiveSpoken(anh);
  await assertOwed(anh, number, ['tell_progress', 'give_direction', 'assess', 'answer_by_voice']);
  await anh.goTo(`/intake/${number}/slip`);
  await picture(anh, 'slip');

  await similarCasesAreShown(lan, number);
  await picture(lan, 'similar');

  await doAct(minh, number, 'give_direction', { direction: 'Phòng CNTT xác định lại lịch lấy mẫu và báo khách hàng.' });
  await assess(minh, number, dung);
  await minh.goTo('/work');
  await picture(minh, 'work');

  // The promised day comes before the answer: the complainant hears of progress and of a new day.
  await scene.clock.set('2026-03-09T09:00:00+07:00');
  await doAct(anh, number, 'tell_progress', { words: 'Đang xác định lịch.', reply_by: '12/03/2026' }, { again: true });
  await causeAndPlan(number, { finder: dung, officer: dung, leader: thang, by: '11/03/2026', today: '09/03/2026' });
  await decide(minh, number, { reasons: 'Lịch lấy mẫu đã được thông báo lại.', remedy: 'explanation' });
  await assertEveryFieldHasALabel(await minh.desk());
  await doAct(dung, number, 'answer_by_voice', { words: 'Đã gọi điện báo lịch lấy mẫu ngày 18/3/2026.', notice_declined: true });
  await assertOwed(lan, number, ['record_response']);
  await doAct(lan, number, 'record_response', { response: 'satisfied', words: 'Đồng ý.' });
  await doAct(dung, number, 'close');
  assert.equal(await stageOf(minh, number), closed);
  await picture(minh, 'closed');
}

/** While the name of someone known is typed, the earlier case appears beside it. */
async function similarCasesAreShown(colleague, number) {
  await colleague.goTo('/intake');
  const page = await colleague.desk();
  await page.locator('#intake [name=name]').pressSequentially('trinh van thu');
  await page.locator('#similar', { hasText: number }).waitFor();
}

journey('a spoken complaint is promised an answer and answered by voice', async (scene) => {
  await answeredByVoice(scene, 'vi', 'Đã kết thúc', 'promised');
});

journey('the same in English', async (scene) => {
  await answeredByVoice(scene, 'en', 'Closed', 'promised-en');
});
