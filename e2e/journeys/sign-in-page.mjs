// The first page anyone sees: there, labelled, in Vietnamese, on a desk and on a phone, by day and by night.

import assert from 'node:assert/strict';

import { languageOf } from '../harness/forms.mjs';
import { journey } from '../harness/journey.mjs';
import { assertEveryFieldHasALabel, screenshot } from '../harness/look.mjs';

const theSignInPage = async ({ page }, picture) => {
  const answer = await page.goto('/sign-in');
  assert.equal(answer.status(), 200);
  assert.equal(await languageOf(page), 'vi');
  assert.notEqual((await page.title()).trim(), '');
  assert.equal(await page.locator('h1').count(), 1, 'one main heading');
  await assertEveryFieldHasALabel(page);
  await screenshot(page, picture, { themes: ['light', 'dark'] });
};

journey('the sign-in page is there for whoever comes', async (scene) => {
  await theSignInPage(await scene.person(), 'sign-in');
});

journey('the sign-in page is there without JavaScript', async (scene) => {
  await theSignInPage(await scene.withoutJavaScript(), 'sign-in-plain');
});
