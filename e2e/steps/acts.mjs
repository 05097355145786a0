// Acts on the page of a case: opened where they stand, filled in, sent; what was owed is then no longer owed.

import assert from 'node:assert/strict';

import { fill, press, send } from './forms.mjs';
import { assertReads } from './words.mjs';

/** A case is named by its number; a corrective action or a year by its address. */
const addressOf = (matter) => (matter.startsWith('/') ? matter : `/cases/${matter}`);

const box = (page, key) => page.locator(`main details[id="act-${key}"]`).first();

/**
 * A colleague does an act on a case. Whoever has not yet declared an interest or none does so where the page asks for it. `by` is the
 * button (`submit` or `keep` of a letter), `again` says that more of the same kind may be left.
 */
export async function doAct(colleague, number, key, values = {}, { by, again = false } = {}) {
  const page = await openAct(colleague, number, key);
  const owed = await owes(page, key);
  const form = page.locator(`form#form-${key}`).first();
  await fill(form, values);
  await send(by ? form.locator(`button[value="${by}"]`) : form.locator('button[type=submit]').first());
  await assertDone(page, `${colleague.login}: ${key}`);
  if (owed > 0 && !again) assert.ok((await owes(page, key)) < owed, `${key} is still owed after ${colleague.login} did it`);
  return page;
}

/** The page of the case with the act unfolded and its form there. */
export async function openAct(colleague, number, key) {
  const answer = await colleague.goTo(`${addressOf(number)}#act-${key}`);
  assert.equal(answer.status(), 200, `${colleague.login} may see ${number}`);
  const page = await colleague.desk();
  await assertReads(page);
  const isOpen = async () => (await page.locator(`form#form-${key}`).count()) > 0;
  const declaration = page.locator('form#form-declare_interest').first();
  if (!(await isOpen()) && (await declaration.count()) > 0) {
    await unfold(page.locator('main details.act', { has: declaration }).first());
    await send(declaration.locator('button[type=submit]'));
    await assertDone(page, `${colleague.login}: declare_interest`);
  }
  assert.ok(await isOpen(), `${colleague.login} is not offered ${key}: ${(await whyNot(page, key)).slice(0, 400)}`);
  await unfold(box(page, key));
  return page;
}

/** Whoever handles declares to have no interest before seeing the case, where its page asks for that. */
export async function declareFirst(colleague, page) {
  const asked = page.locator('#declaration form#form-declare_interest');
  if ((await asked.count()) === 0) return;
  await send(asked.locator('button[type=submit]'));
  await assertDone(page, `${colleague.login}: declare_interest`);
}

async function unfold(details) {
  if (!(await details.evaluate((one) => one.open))) await press(details.locator('summary').first());
}

async function assertDone(page, what) {
  const told = page.locator('.toast-notice');
  const wrong = page.locator('main .notice.tone-bad, main .notice.tone-warn:not(.toast-notice)');
  const said = async () => (await wrong.allInnerTexts()).join('\n') || (await page.locator('main').innerText()).slice(0, 600);
  assert.equal(await told.count(), 1, `${what} was not done: ${await said()}`);
  await assertReads(page);
}

/** How many duties that this act discharges stand on the page. */
export async function owes(page, key) {
  return page.locator(`#duties details[id="act-${key}"]`).count();
}

export async function assertOwed(colleague, number, keys) {
  await colleague.goTo(addressOf(number));
  const page = await colleague.desk();
  const owed = await page.locator('#duties details.act').evaluateAll((all) => all.map((one) => one.id.replace('act-', '')));
  assert.deepEqual([...new Set(owed)].sort(), [...keys].sort(), `what is owed on ${number}`);
}

/** Why an act is not open to this colleague, as the page says it; fails when it is open. */
export async function assertNotOpen(colleague, number, key, reason) {
  await colleague.goTo(addressOf(number));
  const page = await colleague.desk();
  await declareFirst(colleague, page);
  assert.equal(await page.locator(`form#form-${key}`).count(), 0, `${colleague.login} is offered ${key}`);
  const why = await whyNot(page, key);
  assert.match(why, reason);
  return page;
}

/** What the page says of an act that is not open; acts that are barred stand under their name. */
async function whyNot(page, key) {
  const owed = page.locator(`main details[id="act-${key}"] .barred-why`);
  if ((await owed.count()) > 0) return owed.first().textContent();
  return (await page.locator('main .act-barred').allTextContents()).map((one) => one.replace(/\s+/g, ' ')).join('\n');
}

export async function stageOf(colleague, number) {
  await colleague.goTo(addressOf(number));
  return (await colleague.desk()).locator('main .badge').first().innerText();
}
