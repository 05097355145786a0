// Mail that arrived is read, made a case of by one form, and set aside and taken back; on a phone too, with scripts and without.

import assert from 'node:assert/strict';

import { signIn, switchLanguage } from '../harness/forms.mjs';
import { journey } from '../harness/journey.mjs';
import { assertEveryFieldHasALabel, screenshot } from '../harness/look.mjs';
import { fill, send } from '../steps/forms.mjs';
import { assertReads } from '../steps/words.mjs';

const KEEPER = { name: 'sogoc', password: 'phucdap-demo' };

async function open(page, subject) {
  await send(page.locator('#inbox a', { hasText: subject }).first());
}

async function setAsideAndTakenBack(page) {
  await page.goto('/inbox');
  await open(page, 'Ưu đãi');
  const form = page.locator('form#aside');
  if (!(await form.isVisible())) await page.locator('#act-aside > summary').press('Enter');
  await fill(form, { reason: 'spam' });
  await send(form.locator('button[type=submit]'));
  assert.equal(new URL(page.url()).pathname, '/inbox');
  await page.goto('/inbox?part=set_aside');
  await open(page, 'Ưu đãi');
  await send(page.locator('form[action$="/back"] button'));
  assert.ok(await page.locator('form#aside').count(), 'it waits again');
}

journey('a mail becomes a case, another is set aside and taken back', { command: 'demo', limit: 600_000 }, async (scene) => {
  const { page } = await scene.person({ language: 'vi' });
  await signIn(page, KEEPER);
  await page.goto('/inbox');
  await assertReads(page);
  await screenshot(page, 'inbox/list', { themes: ['light', 'dark'] });
  await open(page, 'phạm vi sản phẩm');
  await assertReads(page);
  await assertEveryFieldHasALabel(page);
  await screenshot(page, 'inbox/mail', { themes: ['light', 'dark'] });
  await send(page.locator('#deeds a[href^="/intake?mail="]'));
  const form = page.locator('form#intake');
  assert.equal(await form.locator('[name=email]').inputValue(), 'khoi.do@binh-minh.example');
  await screenshot(page, 'inbox/intake');
  await fill(form, { declared_kind: 'complaint', subjects: ['certification_result'] });
  await send(form.locator('.actions button[type=submit]').last());
  assert.match(new URL(page.url()).pathname, /^\/cases\//);
  await setAsideAndTakenBack(page);

  const plain = await scene.withoutJavaScript();
  await signIn(plain.page, KEEPER);
  await setAsideAndTakenBack(plain.page);

  const english = await scene.person({ language: 'en' });
  await signIn(english.page, KEEPER);
  await switchLanguage(english.page, 'en');
  await english.page.goto('/inbox?part=all');
  await assertReads(english.page);
  await screenshot(english.page, 'inbox/list-en');
  await open(english.page, 'Undelivered');
  await assertReads(english.page);
  await screenshot(english.page, 'inbox/bounce-en');
});
