// The papers of a case and the registers leave as files, with JavaScript and without; nobody gets what is not for them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { journey } from '../harness/journey.mjs';
import { screenshot } from '../harness/look.mjs';
import { doAct } from '../steps/acts.mjs';
import { office } from '../steps/office.mjs';
import { receiveWritten } from '../steps/roads.mjs';
import { assertReads } from '../steps/words.mjs';

/** Clicks and answers with the file that came. */
async function download(page, what) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(what).first().click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

function assertIs({ name, bytes }, ending, begins) {
  assert.ok(name.endsWith(ending), `${name} ends in ${ending}`);
  assert.equal(bytes.subarray(0, begins.length).toString('latin1'), begins, name);
}

journey('the papers of a case and the registers leave as files', { now: '2026-03-02T09:00:00+07:00' }, async (scene) => {
  const { anh, minh } = await office(scene, { only: ['anh', 'lan', 'minh', 'thang'] });
  const number = await receiveWritten(anh);
  const page = await minh.desk();

  await doAct(minh, number, 'declare_interest');
  await minh.goTo(`/cases/${number}`);
  await page.locator(`a[href="/cases/${number}/dossier"]`).click();
  await assertReads(page);
  await screenshot(page, 'papers/case');
  assertIs(await download(page, 'a[href$="/dossier/file"]'), `ho-so-${number}.pdf`, '%PDF-');
  assertIs(await download(page, 'a[href$="/sheets/follow-up.pdf"]'), 'follow-up.pdf', '%PDF-');
  assertIs(await download(page, '#redacted-form button[type="submit"]'), '-da-che.pdf', '%PDF-');

  await minh.goTo('/letters');
  await assertReads(page);
  for (const book of ['incoming', 'handling', 'postal', 'outgoing']) {
    await page.locator(`a[href*="book=${book}"]`).first().click();
    await page.waitForURL(new RegExp(`book=${book}`));
    await screenshot(page, `papers/${book}`);
  }
  assertIs(await download(page, 'a[href^="/registers/outgoing.pdf"]'), 'so-van-ban-di-2026.pdf', '%PDF-');
  assertIs(await download(page, 'a[href^="/registers/outgoing.zip"]'), '.zip', 'PK');
  await minh.goTo('/register');
  assertIs(await download(page, 'a[href^="/registers/cases.pdf"]'), 'so-tiep-nhan-2026.pdf', '%PDF-');
  await minh.goTo('/papers');
  await assertReads(page);
  await screenshot(page, 'papers/mine');
});
