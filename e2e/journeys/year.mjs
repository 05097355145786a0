// j) A year is compiled, reviewed, received, frozen and filed; then it stands.

import assert from 'node:assert/strict';

import { journey } from '../harness/journey.mjs';
import { screenshot } from '../harness/look.mjs';
import { doAct } from '../steps/acts.mjs';
import { office } from '../steps/office.mjs';
import { receive, receiveWritten } from '../steps/roads.mjs';
import { assertReads } from '../steps/words.mjs';

const SETTLED = {
  channel: 'phone',
  name: 'Chị Mạc Thị Mẫu',
  declared_kind: 'grievance',
  subjects: ['other_activity'],
  content: 'Hỏi lịch trả kết quả.',
  road: 'settled',
  explanation: 'Báo lịch.',
  satisfaction: 'Đồng ý.',
};

journey('a year is compiled, reviewed, received, frozen and filed', { now: '2025-12-08T08:00:00+07:00' }, async (scene) => {
  const { anh, lan, minh, thang } = await office(scene, { only: ['anh', 'lan', 'minh', 'thang'] });
  const settled = await receive(anh, SETTLED);
  await doAct(lan, settled, 'confirm_entry');
  await doAct(lan, settled, 'report_to_qmr');
  await doAct(lan, settled, 'report_to_unit');
  await doAct(lan, settled, 'close');
  const open = await receiveWritten(anh);

  const year = '/year-books/2025';
  await scene.clock.set('2026-01-12T09:00:00+07:00');
  await lan.goTo('/year-books');
  const page = await lan.desk();
  await assertReads(page);
  await screenshot(page, 'year/years');
  await lan.goTo('/work');
  assert.ok((await page.locator('.work-act[href^="/year-books/2025"]').count()) > 0, 'it is on her list of work');
  await minh.goTo(year);
  assert.equal(await (await minh.desk()).locator('form#form-review').count(), 0, 'nothing is reviewed before it is compiled');
  // Until it is reviewed it may be compiled again.
  await doAct(lan, year, 'compile', { remarks: 'Số liệu đến hết năm.' }, { again: true });
  await doAct(minh, year, 'return_compilation', { reason: 'Bổ sung nhận xét.' });
  await doAct(lan, year, 'compile', { remarks: 'Đã bổ sung nhận xét.' }, { again: true });
  await doAct(minh, year, 'review', { remarks: 'Đồng ý.' });
  await doAct(thang, year, 'receive_compilation');
  await doAct(lan, year, 'freeze');
  await doAct(lan, year, 'file', { file_code: 'HS-2025-KN' });
  await lan.goTo(year);
  const words = await page.locator('main').innerText();
  for (const number of [settled, open]) assert.match(words, new RegExp(number), `${number} is in the list`);
  await screenshot(page, 'year/filed');

  const [workbook] = await Promise.all([page.waitForEvent('download'), page.locator('a[href$="/export.xlsx"]').click()]);
  assert.match(workbook.suggestedFilename(), /2025\.xlsx$/);
  const [report] = await Promise.all([page.waitForEvent('download'), page.locator('a[href$="/report.pdf"]').click()]);
  assert.equal(report.suggestedFilename(), 'bao-cao-2025.pdf');
  const plots = page.locator('.plot svg[role="img"]:visible');
  assert.ok((await plots.count()) > 3, 'each figure that has something to plot is plotted');
  for (const plot of await plots.all()) assert.match(await plot.getAttribute('aria-label'), /\. Biểu đồ .+\d/, 'a plot says its figures');
  await lan.goTo(`${year}/print`);
  await screenshot(page, 'year/print');
});
