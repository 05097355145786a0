// The rest of the desk: an administrator's first run, the register searched and taken away, language, signing out.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { WIDE } from '../harness/browser.mjs';
import { languageOf, switchLanguage } from '../harness/forms.mjs';
import { journey } from '../harness/journey.mjs';
import { assertEveryFieldHasALabel, screenshot } from '../harness/look.mjs';
import { fill, send } from '../steps/forms.mjs';
import { ADMINISTRATOR, PASSWORD, colleague, office, setUp } from '../steps/office.mjs';
import { receiveSpoken, receiveWritten } from '../steps/roads.mjs';
import { assertReads } from '../steps/words.mjs';

const PLACES = ['', '/people', '/roles', '/substitutes', '/authority', '/interests', '/units', '/calendar', '/settings', '/jobs'];

journey('the first run: the organisation, the first administrator, people, roles and authority', async (scene) => {
  const { page } = await scene.person();
  await page.goto('/');
  assert.equal(new URL(page.url()).pathname, '/setup', 'a new centre begins by setting itself up');
  const glides = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  assert.equal(glides, 'auto', 'a page that glides takes what is pressed away from under the pointer');
  await assertEveryFieldHasALabel(page);
  await screenshot(page, 'first-run/setup', { themes: ['light', 'dark'] });
  await setUp(page, { password: 'ngắn' });
  assert.equal(await page.locator('#setup-password-error').count(), 1, 'a short password is refused');
  assert.equal(await page.locator('#setup [name=organisation]').inputValue(), 'Trung tâm Chứng nhận Sản phẩm', 'and the rest is kept');
  await setUp(page);
  assert.equal(new URL(page.url()).pathname, '/admin');
  await screenshot(page, 'first-run/admin');

  await page.goto('/admin/people');
  await fill(page.locator('#add-form'), { name: 'Nguyễn Thị Lan', position: 'Cán bộ tiếp nhận', login: 'lan', password: PASSWORD });
  await send(page.locator('#add-form button[type=submit]'));
  assert.match(page.url(), /\/admin\/people\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1);
  await page.goto('/admin/people');
  await fill(page.locator('#add-form'), { name: 'Người Khác', login: 'lan', password: PASSWORD });
  await send(page.locator('#add-form button[type=submit]'));
  assert.equal(await page.locator('#add-form-login-error').count(), 1, 'a login belongs to one person');
  await page.goto('/admin/roles');
  await fill(page.locator('#add-form'), { person: id, role: 'register_officer', from: '01/03/2026', document: 'QĐ 12/QĐ-TT' });
  await send(page.locator('#add-form button[type=submit]'));
  assert.equal(await page.locator('.toast-notice').count(), 1);
  for (const place of PLACES) {
    const answer = await page.goto(`/admin${place}`);
    assert.equal(answer.status(), 200);
    await assertReads(page);
    await assertEveryFieldHasALabel(page);
    await screenshot(page, `first-run/admin${place.replace('/', '-')}`);
  }
  await page.goto('/admin/roles');
  await page.locator('details.confirm').last().locator('summary').click();
  await screenshot(page, 'first-run/end-role', { sizes: [WIDE] });
  assert.ok(await isWhole(page.locator('details.confirm[open] .confirm-panel')), 'what is asked before a role ends is not cut off');

  const lan = colleague(scene, { id, login: 'lan', name: 'Nguyễn Thị Lan' });
  await lan.goTo('/work');
  assert.match(await (await lan.desk()).locator('main').innerText(), /Việc của tôi/);
  assert.equal((await lan.goTo('/admin')).status(), 403, 'administration is for administrators');
  await (await lan.desk()).close();
  assert.equal(ADMINISTRATOR.login, 'quantri');
});

/** Nothing around the element hides a corner of it; the corners are round. */
const isWhole = (locator) =>
  locator.evaluate((panel) => {
    panel.scrollIntoView({ block: 'center' });
    const { left, right, top, bottom } = panel.getBoundingClientRect();
    const corners = [[left + 16, top + 16], [right - 16, top + 16], [left + 16, bottom - 16], [right - 16, bottom - 16]];
    return corners.every(([x, y]) => panel.contains(document.elementFromPoint(x, y)));
  });

journey('the register is searched with and without accents and taken away as CSV and XLSX', async (scene) => {
  const { anh, lan } = await office(scene, { only: ['anh', 'lan', 'minh'] });
  const ceramics = await receiveWritten(anh, { name: '=Công ty Gốm Đỗ Xuyên' });
  const spoken = await receiveSpoken(anh);
  const page = await lan.desk();
  for (const words of ['Đỗ Xuyên', 'do xuyen', 'GOM DO']) {
    await lan.goTo(`/register?q=${encodeURIComponent(words)}`);
    const book = await page.locator('main table').innerText();
    assert.ok(book.includes(ceramics), `${words} finds ${ceramics}`);
    assert.ok(!book.includes(spoken), `${words} does not find ${spoken}`);
  }
  await lan.goTo(`/register?q=${ceramics}`);
  assert.equal(new URL(page.url()).pathname, `/cases/${ceramics}`, 'a number leads to its case');
  await lan.goTo('/register');
  await fill(page.locator('form[role=search].filters'), { channel: 'phone' });
  await send(page.locator('form.filters button[type=submit]'));
  assert.match(await page.locator('main table').innerText(), new RegExp(spoken));
  await screenshot(page, 'desk/register-filtered');
  await lan.goTo('/register?q=xxxxxxxx');
  await screenshot(page, 'desk/register-nothing');

  await lan.goTo('/register');
  const csv = await downloaded(page, 'a[href*=".csv"]');
  const text = readFileSync(csv, 'utf8');
  assert.ok(text.includes(ceramics) && text.includes(spoken));
  assert.doesNotMatch(text, /(^|[,;\n])"?=/, 'no cell of it runs as a formula');
  assert.equal(text.charCodeAt(0), 0xfeff, 'Excel reads its accents');
  const xlsx = await downloaded(page, 'a[href*=".xlsx"]');
  assert.equal(readFileSync(xlsx).subarray(0, 2).toString(), 'PK');
});

async function downloaded(page, link) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(link).click()]);
  return file.path();
}

journey('the language is switched and kept, and whoever signs out is out', async (scene) => {
  const { minh } = await office(scene, { only: ['minh', 'anh'] });
  await minh.goTo('/work');
  const page = await minh.desk();
  await screenshot(page, 'desk/work-empty', { themes: ['light', 'dark'] });
  assert.equal(await languageOf(page), 'vi');
  await switchLanguage(page, 'en');
  assert.match(await page.locator('h1').innerText(), /My work/);
  await page.goto('/procedure');
  assert.equal(await languageOf(page), 'en');
  await assertReads(page);
  await screenshot(page, 'desk/procedure-en');
  await page.goto('/nowhere');
  assert.match(await page.locator('main').innerText(), /./);
  await screenshot(page, 'desk/not-found');
  await minh.goTo('/work');
  await switchLanguage(page, 'vi');
  await page.locator('details.account > summary').click();
  await send(page.locator('form[action="/sign-out"] button'));
  await page.goto('/work');
  assert.equal(new URL(page.url()).pathname, '/sign-in', 'the session is over');
  await page.goBack();
  await page.reload();
  assert.equal(new URL(page.url()).pathname, '/sign-in');
});
