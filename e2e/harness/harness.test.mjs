// The harness tried on a pretended product: each of its checks can fail, and says why.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { PHONE, closeBrowser, open } from './browser.mjs';
import { assertTypedValuesKept, languageOf, signIn, switchLanguage, typedValues } from './forms.mjs';
import { journey } from './journey.mjs';
import { SHOTS, assertEveryFieldHasALabel, assertNoConsoleErrors, assertNoHorizontalScroll, screenshot } from './look.mjs';
import { MONDAY, centre } from './product.mjs';

const PRETENDED = fileURLToPath(new URL('./testdata/pretend-product.mjs', import.meta.url));

let place;
let server;

before(async () => {
  place = await centre({ binary: PRETENDED });
  server = await place.start();
});

after(async () => {
  await closeBrowser();
  await server.stop();
  place.remove();
});

async function at(path, how) {
  const person = await open(server.origin, how);
  await person.page.goto(path);
  return person;
}

test('a product that ends without an address is told with its own words', async () => {
  const broken = await centre({ binary: PRETENDED, command: 'breaks' });
  await assert.rejects(broken.start(), /it ended with 2[^]*the data folder cannot be read/);
  broken.remove();
});

test('a product that does not stop when asked is a failure, and is gone', async () => {
  const stubborn = await centre({ binary: PRETENDED, command: 'stubborn', stopsWithin: 500 });
  const running = await stubborn.start();
  await assert.rejects(running.stop(), /did not stop when asked/);
  assert.match(await running.ended, /SIGKILL/);
  stubborn.remove();
});

test('time is told to every command of the product', async () => {
  const told = await centre({ binary: PRETENDED });
  assert.match((await told.cli('says', 'now')).stdout, new RegExp(`now ${new Date(MONDAY).toISOString()}`));
  await told.clock.advance({ days: 2, hours: 1 });
  assert.match((await told.cli('says', 'now')).stdout, /now 2026-03-04T02:00:00.000Z/);
  await assert.rejects(told.clock.set('tomorrow'), /not an instant/);
  told.remove();
  assert.ok(!existsSync(told.clock.file));
});

test('what sticks out of the page is named, what scrolls in its own box is not', async () => {
  const { page, context } = await at('/wide', { size: PHONE });
  await assert.rejects(assertNoHorizontalScroll(page), /scrolls sideways by \d+ px at 390 px: div\.far/);
  await page.goto('/boxed');
  await assertNoHorizontalScroll(page);
  await context.close();
});

for (const [path, complaint] of [
  ['/error', /console: went wrong/],
  ['/throws', /script: Error: thrown/],
  ['/broken-picture', /status of 404/],
  ['/foreign', /a request leaves the product/],
  ['/fails', /status 500: GET/],
]) {
  test(`the complaint of the browser at ${path} is heard`, async () => {
    const person = await at(path);
    assert.throws(() => assertNoConsoleErrors(person), complaint);
    person.heard.allow(/./);
    assertNoConsoleErrors(person);
    await person.context.close();
  });
}

test('a field without a label is shown', async () => {
  const { page, context } = await at('/unlabelled');
  await assert.rejects(assertEveryFieldHasALabel(page), /<input name="phone">/);
  await page.goto('/form');
  await assertEveryFieldHasALabel(page);
  await context.close();
});

for (const javaScript of [true, false]) {
  test(`what was typed is compared ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const person = await at('/form', { javaScript });
    const { page, context } = person;
    assert.equal(await page.locator('h1').getAttribute('data-scripted'), javaScript ? 'yes' : null);
    const fill = async () => {
      await page.getByLabel('Điện thoại').fill('0900 000 000');
      await page.getByLabel('Ghi chú').fill('hai dòng\nnhư thế này');
    };
    const send = () => page.getByRole('button').click();
    await fill();
    assert.deepEqual(await typedValues(page), { phone: ['0900 000 000'], note: ['hai dòng\nnhư thế này'], channel: ['a'] });
    await assertTypedValuesKept(page, send);
    assertNoConsoleErrors(person); // a refused form is no error of the page
    await page.goto('/form-that-loses');
    await fill();
    await assert.rejects(assertTypedValuesKept(page, send), /what was typed in note is lost/);
    await context.close();
  });
}

test('the language is switched even when the switch is folded away', async () => {
  const { page, context } = await at('/form');
  await switchLanguage(page, 'en');
  await switchLanguage(page, 'vi');
  assert.equal(await languageOf(page), 'vi');
  await context.close();
});

test('pictures are taken at both widths, by day and by night, and the page is left as it was', async () => {
  const { page, context } = await at('/form', { theme: 'dark' });
  await screenshot(page, 'harness/form', { themes: ['light', 'dark'] });
  for (const name of ['1280-light', '1280-dark', '390-light', '390-dark']) {
    assert.ok(statSync(join(SHOTS, `harness/form-${name}.png`)).size > 1000);
  }
  assert.equal(page.viewportSize().width, 1280);
  assert.ok(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches));
  await context.close();
});

test('signing in ends on another page, or says why not', async () => {
  const { page, context } = await at('/form');
  await signIn(page, { name: 'lan', password: 'đúng' });
  assert.match(page.url(), /\/home$/);
  await assert.rejects(signIn(page, { name: 'lan', password: 'sai' }), /lan is not let in: [^]*Sai/);
  await context.close();
});

const prepared = [];

journey('a journey has its own centre, prepared before it opens', {
  binary: PRETENDED,
  now: '2026-05-04T07:00:00+07:00',
  prepare: async ({ cli }) => prepared.push((await cli('says', 'ready')).stdout.trim()),
}, async (scene) => {
  assert.deepEqual(prepared, ['ready 2026-05-04T00:00:00.000Z']);
  const [one, another] = [await scene.person(), await scene.withoutJavaScript({ language: 'en', size: PHONE })];
  await one.page.goto('/form');
  await another.page.goto('/form');
  assert.notEqual(new URL(one.page.url()).origin, server.origin);
  assert.equal(await another.page.evaluate(() => navigator.language), 'en-GB');
});

test('a journey that fails leaves a picture, the page and the log', () => {
  const evidence = join(SHOTS, 'failed/So-a-page-that-complains');
  const ran = spawnSync(process.execPath, [fileURLToPath(new URL('./testdata/failing-journey.mjs', import.meta.url))], { encoding: 'utf8' });
  assert.notEqual(ran.status, 0);
  assert.match(ran.stdout, /the browser complains[^]*script: Error: thrown/);
  assert.match(readFileSync(`${evidence}-1.html`, 'utf8'), /<h1>Lỗi<\/h1>/);
  assert.ok(statSync(`${evidence}-1.png`).size > 1000);
  assert.match(readFileSync(`${evidence}.log`, 'utf8'), /listening on/);
  for (const ending of ['-1.html', '-1.png', '.log']) rmSync(`${evidence}${ending}`);
});
