// A conversation that goes by e-mail alone, from the complaint to the answer and what is said of it, through a Postfix and a Dovecot; and
// the same while the server that takes mail is away twice: every letter arrives, once.

import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { journey } from '../harness/journey.mjs';
import { screenshot } from '../harness/look.mjs';
import { CENTRE, COMPLAINANT, lacking, mailServers } from '../harness/mail.mjs';
import { assertOwed, doAct, openAct, stageOf } from '../steps/acts.mjs';
import { fill, send } from '../steps/forms.mjs';
import { office } from '../steps/office.mjs';
import { assess, causeAndPlan, decide, letter } from '../steps/roads.mjs';
import { assertReads } from '../steps/words.mjs';

/** What the letter says, and nothing else does. */
const LETTER = /Báo cáo gửi chậm so với cam kết/;
const WITHIN = 60_000;
const SUBJECT = 'Khiếu nại về báo cáo giám sát';
const TEXT = 'Báo cáo đánh giá giám sát gửi chậm hai tháng so với cam kết.\n\nĐề nghị gửi ngay báo cáo.';
/** The servers live on the real clock, and mail bears their time: the product is a little ahead of them. */
const now = () => new Date(Date.now() + 30 * 60_000);

/** Waits for something that another process does meanwhile. */
async function until(what, found) {
  const end = Date.now() + WITHIN;
  for (let answer = await found(); ; answer = await found()) {
    if (answer) return answer;
    assert.ok(Date.now() < end, `${what} within ${WITHIN / 1000} s`);
    await sleep(300);
  }
}

/** The one mail to the complainant whose subject or words say this. */
const arrived = (servers, what, says) => until(what, () => servers.received().find((mail) => says.test(`${mail.Subject}\n${mail.text}`)));

/** Does what sends a mail; `away` says that the server is not there until half an hour later, and the product is asked to go and come. */
async function sendingWith(scene, servers, away, act) {
  if (away) servers.down();
  const before = servers.received().length;
  const done = await act();
  if (!away) return done;
  await sleep(2_000);
  assert.equal(servers.received().length, before, 'nothing can arrive while the server is away');
  await servers.up();
  await scene.clock.advance({ minutes: 30 });
  return done;
}

async function caseOf(keeper) {
  await until('the mail waits in the inbox', async () => {
    await keeper.goTo('/inbox');
    return (await (await keeper.desk()).locator('#inbox a', { hasText: SUBJECT }).count()) > 0;
  });
  const page = await keeper.desk();
  await assertReads(page);
  await send(page.locator('#inbox a', { hasText: SUBJECT }).first());
  await send(page.locator('#deeds a[href^="/intake?mail="]'));
  const form = page.locator('form#intake');
  assert.equal(await form.locator('[name=email]').inputValue(), COMPLAINANT);
  await fill(form, { declared_kind: 'complaint', subjects: ['other_activity'] });
  await send(form.locator('.actions button[type=submit]').last());
  return /\/cases\/([0-9-]+)$/.exec(new URL(page.url()).pathname)[1];
}

/** The complainant answers one of our mails, as a mail program does it, and the case hears it. */
async function answers(servers, mail, text, { keeper, number }) {
  servers.send({ to: /<?([^<>\s]+@[^<>\s]+)>?$/.exec(mail['Reply-To'] ?? mail.From)[1], subject: `Re: ${mail.Subject}`, text, reply: mail['Message-ID'] });
  await until('the answer joins its case', async () => {
    await keeper.goTo(`/cases/${number}`);
    return (await (await keeper.desk()).locator('main').innerText()).includes(text.slice(0, 40));
  });
}

async function conversation(scene, servers, away) {
  const { lan, minh, thang, binh, mai, dung } = await office(scene, { only: ['lan', 'minh', 'thang', 'binh', 'mai', 'dung'] });
  servers.send({ subject: SUBJECT, text: TEXT });
  const notice = await arrived(servers, 'that the mail arrived', /đã nhận được thư|Đã nhận/i);
  assert.equal(notice['Auto-Submitted'], 'auto-replied', 'a machine says so');

  const number = await caseOf(lan);
  await sendingWith(scene, servers, away, () => doAct(lan, number, 'acknowledge', { way: 'email' }));
  const receipt = await arrived(servers, 'the receipt', new RegExp(`${number}[^]*chậm nhất ngày`));
  assert.ok(receipt.References, 'it answers the mail');
  await answers(servers, receipt, 'Tôi gửi thêm: hợp đồng ghi thời hạn 15 ngày.', { keeper: lan, number });
  await doAct(lan, number, 'write_to_complainant', { words: 'Đã nhận ý kiến về hợp đồng, chúng tôi đang xem xét.', way: 'email' });
  await arrived(servers, 'our words', /ý kiến về hợp đồng/);

  const day = (days) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' });
  await assess(minh, number, dung);
  await causeAndPlan(number, { finder: minh, officer: dung, leader: thang, by: day(7), today: day(0) });
  await decide(minh, number);
  await sendingWith(scene, servers, away, () => letter(number, { drafter: minh, signer: binh, registry: mai, way: 'email' }));
  const reply = await arrived(servers, 'the letter', LETTER);
  assert.equal(reply.files.filter((file) => file.type === 'application/pdf' && file.size > 1_000).length, 1, 'the letter as a file goes along');
  assert.ok(reply.References.includes(receipt['Message-ID']), 'one conversation');
  assert.equal(await stageOf(minh, number), 'Đã trả lời');

  await answers(servers, reply, 'Tôi không đồng ý: báo cáo vẫn thiếu phụ lục.', { keeper: lan, number });
  await doAct(lan, number, 'record_response', { response: 'rejected', words: 'Báo cáo vẫn thiếu phụ lục.' });
  await openAct(minh, number, 'write_to_complainant');
  await screenshot(await minh.desk(), `by-mail/conversation${away ? '-away' : ''}`);

  // Nothing comes a second time, also much later.
  await scene.clock.advance({ hours: 20 });
  await sleep(3_000);
  const mails = servers.received();
  const ids = mails.map((mail) => mail['Message-ID']);
  assert.equal(new Set(ids).size, ids.length, 'no mail came twice');
  const times = (says) => mails.filter((mail) => says.test(mail.text)).length;
  assert.equal(times(LETTER), 1, 'the letter came once');
  assert.equal(times(/chậm nhất ngày/), 1, 'the receipt came once');
  assert.ok(mails.every((mail) => mail.From.includes(CENTRE)), 'all are ours');
  const told = mails.filter((mail) => mail['Auto-Submitted'] !== 'auto-replied');
  assert.equal(told.length, 3, mails.map((mail) => mail.Subject).join('; '));
  await scene.cli('verify', '--data', scene.data);
}

for (const away of [false, true]) {
  const sentence = away ? 'the same while the mail server is away twice: one letter arrives, once' : 'a whole conversation goes by e-mail';
  const why = lacking();
  if (why && process.env.CI) throw new Error(why);
  describe(sentence, { skip: why }, () => {
    let servers;
    const told = {};
    before(async () => {
      servers = await mailServers();
      Object.assign(told, servers.env);
    });
    after(() => servers?.stop());
    journey(sentence, { now: now(), told, limit: 600_000 }, (scene) => conversation(scene, servers, away));
  });
}
