// What a person typed, before and after the server said no; signing in; the language of the pages.

import assert from 'node:assert/strict';

/** Everything typed or chosen in the form (`main` by default), by the names of the fields; never passwords and files. */
export async function typedValues(page, form = 'main') {
  return page.locator(form).first().evaluate((root) => {
    const values = {};
    for (const field of root.querySelectorAll('input, select, textarea')) {
      if (!field.name || ['hidden', 'password', 'file', 'submit', 'button'].includes(field.type)) continue;
      const isChoice = field.type === 'checkbox' || field.type === 'radio';
      if (isChoice && !field.checked) continue;
      const chosen = field.multiple && field.options ? [...field.selectedOptions].map((option) => option.value) : [field.value];
      values[field.name] = [...(values[field.name] ?? []), ...chosen];
    }
    return values;
  });
}

/** Does what is refused (`submit`) and sees that the page still holds everything that was typed. */
export async function assertTypedValuesKept(page, submit, form = 'main') {
  const before = await typedValues(page, form);
  assert.notDeepEqual(before, {}, 'nothing was typed, so nothing can be lost');
  await submit();
  const after = await typedValues(page, form);
  for (const [name, typed] of Object.entries(before)) assert.deepEqual(after[name], typed, `what was typed in ${name} is lost`);
}

/** By the form of /sign-in, found as a password manager finds it; ends somewhere else than there. */
export async function signIn(page, { name, password }) {
  await page.goto('/sign-in');
  await page.locator('input[autocomplete~="username"]').fill(name);
  await page.locator('input[autocomplete~="current-password"]').fill(password);
  await page.locator('form:has(input[autocomplete~="current-password"]) button[type="submit"]').click();
  await page.waitForLoadState();
  const { pathname } = new URL(page.url());
  assert.notEqual(pathname, '/sign-in', `${name} is not let in: ${await page.locator('main').innerText()}`);
}

export async function languageOf(page) {
  return page.locator('html').getAttribute('lang');
}

/** By the switch that every page has: a link with `hreflang`, or a button named `lang`. */
export async function switchLanguage(page, language) {
  const chooser = page.locator(`a[hreflang="${language}"], button[name="lang"][value="${language}"]`).first();
  // It may be folded away in a menu.
  if (!(await chooser.isVisible())) await page.locator('details', { has: chooser }).first().locator('summary').click();
  await Promise.all([page.waitForEvent('load'), chooser.click()]);
  assert.equal(await languageOf(page), language, 'the page speaks the language that was chosen');
}
