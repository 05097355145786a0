// A whole office for a journey: the centre set up in the browser, its people with their roles, each at a desk of their own.

import assert from 'node:assert/strict';

import { languageOf, switchLanguage } from '../harness/forms.mjs';
import { fill, send } from './forms.mjs';

export const PASSWORD = 'mat-khau-de-thu-2026';
const DOCUMENT = 'QĐ 12/QĐ-TT ngày 02/01/2025';

/** Invented people; `roles` as the administrator gives them, `authority` as in the table of signing authority. */
const PEOPLE = {
  lan: { name: 'Nguyễn Thị Lan', position: 'Cán bộ tiếp nhận', roles: ['register_officer'] },
  minh: { name: 'Trần Văn Minh', position: 'Phụ trách chất lượng', roles: ['qmr'] },
  hung: { name: 'Lê Quốc Hùng', position: 'Trưởng phòng CNTT', unit: 'CNTT', roles: ['certification_head'] },
  ha: { name: 'Phạm Thu Hà', position: 'Trưởng phòng Thử nghiệm', unit: 'TN', roles: ['head_of_department'] },
  thang: { name: 'Hoàng Đức Thắng', position: 'Giám đốc', roles: ['director'] },
  binh: { name: 'Vũ Thanh Bình', position: 'Phó Giám đốc', roles: ['deputy_director'], authority: 'kt' },
  mai: { name: 'Bùi Ngọc Mai', position: 'Văn thư', unit: 'HCTH', roles: ['registry'] },
  anh: { name: 'Đặng Tuấn Anh', position: 'Chuyên viên', unit: 'CNTT', roles: [] },
  dung: { name: 'Đỗ Mạnh Dũng', position: 'Chuyên viên đánh giá', unit: 'CNTT', roles: [] },
  khoi: { name: 'Phan Đình Khôi', position: 'Thành viên Hội đồng bảo đảm tính khách quan', roles: ['impartiality_body'] },
};

const UNITS = { CNTT: 'Phòng CNTT', TN: 'Phòng Thử nghiệm', HCTH: 'Phòng Hành chính tổng hợp' };

export const ADMINISTRATOR = { login: 'quantri', name: 'Đinh Hữu Trí' };

/** The first run, as the administrator sees it; ends on the pages of administration. */
export async function setUp(page, values = {}) {
  await page.goto('/');
  await fill(page.locator('form#setup'), {
    parent: 'Cục Ví Dụ',
    organisation: 'Trung tâm Chứng nhận Sản phẩm',
    symbol: 'TTCN',
    place: 'Hà Nội',
    name: ADMINISTRATOR.name,
    login: ADMINISTRATOR.login,
    password: PASSWORD,
    ...values,
  });
  await send(page.locator('form#setup button[type=submit]').last());
}

/**
 * An office that works: `office(scene)` gives `{ lan, minh, … }`, each a colleague with `desk()` (their page, signed in when it is
 * first asked for) and `goTo(path)`. `only` leaves the others out; `how` is how everybody's browser is.
 */
export async function office(scene, { only = Object.keys(PEOPLE), how = {} } = {}) {
  const admin = await scene.person(how);
  await setUp(admin.page);
  assert.equal(new URL(admin.page.url()).pathname, '/admin', 'the administrator is led on to administration');
  const send = sender(admin.page, await csrfOf(admin.page));

  for (const [code, name] of Object.entries(UNITS)) await send('/admin/units', { code, name });
  const units = await unitsOf(admin.page);
  const colleagues = {};
  for (const login of only) {
    const { name, position, unit, roles, authority } = PEOPLE[login];
    const at = await send('/admin/people', { name, position, login, unit: units[unit] ?? '', password: PASSWORD });
    const id = at.split('/').at(-1);
    for (const role of roles) await send('/admin/roles', { person: id, role, unit: units[unit] ?? '', ...SINCE });
    if (authority) await send('/admin/authority', { person: id, mode: authority, scope: 'Trả lời khiếu nại', ...SINCE });
    colleagues[login] = colleague(scene, { id, login, name, position, how });
  }
  const administrator = colleague(scene, { ...ADMINISTRATOR, id: '', how }, admin.page);
  return { ...colleagues, administrator, units, send };
}

const SINCE = { from: '02/01/2025', until: '', document: DOCUMENT };

async function csrfOf(page) {
  return page.locator('input[name=csrf]').first().inputValue();
}

/** Sends a form of the administrator's as the page would; answers where the product leads on. */
function sender(page, csrf) {
  return async (path, form) => {
    const answer = await page.request.post(path, { form: { csrf, ...form }, maxRedirects: 0 });
    assert.equal(answer.status(), 303, `${path} takes ${JSON.stringify(form)}: ${answer.status()}\n${await answer.text()}`);
    return answer.headers().location;
  };
}

async function unitsOf(page) {
  await page.goto('/admin/people');
  const options = await page.locator('#add select[name=unit] option').evaluateAll((all) => all.map((one) => [one.value, one.textContent]));
  const byName = Object.fromEntries(options.map(([id, name]) => [name.trim(), id]));
  return Object.fromEntries(Object.entries(UNITS).map(([code, name]) => [code, byName[name]]));
}

/** Somebody of the centre, at a desk of their own. */
export function colleague(scene, { id, login, name, position, how = {} }, known) {
  let opened = known;
  const desk = async () => (opened ??= (await scene.person(how)).page);
  /** Opens a page; whoever is asked to sign in does, and comes back to it. */
  const goTo = async (path) => {
    const page = await desk();
    const here = new URL(page.url());
    // An address that differs only behind the # would not be loaded again.
    if (here.pathname !== 'blank' && here.pathname + here.search === path.split('#')[0]) await page.goto('about:blank');
    const answer = await page.goto(path);
    if (new URL(page.url()).pathname !== '/sign-in') return answer;
    await fill(page.locator('form#sign-in'), { login, password: PASSWORD });
    const asked = page.waitForResponse((one) => one.request().isNavigationRequest() && one.status() !== 303);
    const [back] = await Promise.all([asked, send(page.locator('form#sign-in button[type=submit]'))]);
    assert.notEqual(new URL(page.url()).pathname, '/sign-in', `${login} is not let in`);
    // The account speaks Vietnamese until its owner chooses otherwise.
    if ((how.language ?? 'vi') !== (await languageOf(page))) await switchLanguage(page, how.language);
    return back;
  };
  return { id, login, name, position, desk, goTo, toString: () => name };
}
