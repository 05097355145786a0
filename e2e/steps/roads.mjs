// Stretches of the road that many cases share: into the book, assessed, cause and plan, outcome, letter.

import assert from 'node:assert/strict';

import { doAct } from './acts.mjs';
import { fill, press, send } from './forms.mjs';
import { assertReads } from './words.mjs';

const WRITTEN = {
  channel: 'letter',
  name: 'Công ty Cổ phần Gốm Ví Dụ',
  email: 'lienhe@gomvidu.example',
  address: 'Số 1 đường Ví Dụ, Hà Nội',
  declared_kind: 'complaint',
  subjects: ['other_activity'],
  content: 'Báo cáo đánh giá giám sát gửi chậm hai tháng so với cam kết.',
  remedy_sought: 'Gửi báo cáo và cam kết thời hạn.',
};

const SPOKEN = {
  channel: 'phone',
  name: 'Ông Trịnh Văn Thử',
  phone: '0987 654 321',
  declared_kind: 'complaint',
  subjects: ['other_activity'],
  content: 'Phòng không trả lời về lịch lấy mẫu.',
  road: 'promised',
};

/** Writes a case down at the counter; answers with its number. */
export async function receive(colleague, values) {
  await colleague.goTo('/intake');
  const page = await colleague.desk();
  const more = page.locator('details.intake-more');
  if (!(await more.evaluate((one) => one.open))) await press(more.locator('summary').first());
  await fill(page.locator('form#intake'), values);
  await send(page.locator('form#intake button[type=submit]').last());
  const found = /\/cases\/([0-9-]+)$/.exec(new URL(page.url()).pathname);
  assert.ok(found, `the case is entered: ${await page.locator('main').innerText()}`);
  await assertReads(page);
  return found[1];
}

export const receiveWritten = (colleague, values = {}) => receive(colleague, { ...WRITTEN, ...values });
export const receiveSpoken = (colleague, values = {}) => receive(colleague, { ...SPOKEN, ...values });

/** QMR's assessment, with what it usually says. */
export function assess(qmr, number, officer, values = {}) {
  return doAct(qmr, number, 'assess', {
    ours: 'ours',
    severity: 'medium',
    safety: 'no',
    complexity: 'low',
    impact: 'medium',
    immediate_action: 'no',
    case_officer: officer,
    reason: 'Thuộc hoạt động chứng nhận của Trung tâm.',
    ...values,
  });
}

/** Evidence and cause by whoever finds it, the plan by the case officer, approval by a leader, the measure reported done. */
export async function causeAndPlan(number, { finder, officer, leader, by, today }) {
  await doAct(finder, number, 'add_evidence', {
    description: 'Sổ theo dõi gửi báo cáo của phòng.',
    source: 'Phòng CNTT',
    obtained_on: today,
  });
  await doAct(finder, number, 'establish_cause', { cause: 'Chưa có người theo dõi thời hạn gửi báo cáo.' });
  await doAct(officer, number, 'propose_plan', plan(officer, by));
  await doAct(leader, number, 'approve_plan');
  await doAct(officer, number, 'report_measure_done', { result: 'Đã gửi báo cáo, có xác nhận của khách hàng.' });
}

export const plan = (doer, by) => ({
  plan: 'Gửi báo cáo ngay, giao người theo dõi thời hạn.',
  'measures.0.what': 'Gửi báo cáo đánh giá giám sát',
  'measures.0.doer': doer,
  'measures.0.by': by,
});

export function decide(colleague, number, values = {}) {
  return doAct(colleague, number, 'decide_outcome', {
    finding: 'founded',
    remedy: 'apology',
    reasons: 'Báo cáo gửi chậm so với cam kết; Trung tâm xin lỗi và đã gửi báo cáo.',
    ...values,
  });
}

/** The letter from draft to dispatch. */
export async function letter(number, { drafter, signer, registry, way = 'post' }) {
  await doAct(drafter, number, 'draft_letter', { signer }, { by: 'submit' });
  await doAct(signer, number, 'sign_letter');
  await doAct(registry, number, 'number_letter');
  await doAct(registry, number, 'dispatch_letter', { way });
}
