// Filling forms in by the names of their fields, as what each field is.

import assert from 'node:assert/strict';

import { runsScripts } from '../harness/browser.mjs';

/**
 * Types and chooses `{ name: value }`: text, a key of radios, a list of keys of boxes, `true` for a single box, a colleague or key of a
 * select, files as Playwright takes them. A name that the form does not have is a failure.
 */
export async function fill(form, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = form.locator(`[name="${name}"]:not([type=hidden])`);
    const kind = await field.first().evaluate((one) => (one.tagName === 'INPUT' ? one.type : one.tagName.toLowerCase()));
    if (kind === 'radio') await check(form.locator(`[name="${name}"][value="${value}"]`), true);
    else if (kind === 'checkbox') await checkBoxes(form, name, value);
    else if (kind === 'select') await field.selectOption(value?.id ?? value);
    else if (kind === 'file') await field.setInputFiles(value);
    else await field.fill(value);
  }
}

async function checkBoxes(form, name, value) {
  if (typeof value === 'boolean') return check(form.locator(`[name="${name}"]`), value);
  const keys = value.map((one) => one?.id ?? one);
  for (const box of await form.locator(`[name="${name}"]`).all()) await check(box, keys.includes(await box.getAttribute('value')));
}

/** By the keyboard: what appears while one types, such as earlier cases, moves what a pointer aims at. */
async function check(box, value) {
  if ((await box.isChecked()) !== value) await box.press('Space');
  assert.equal(await box.isChecked(), value, `${await box.getAttribute('name')} is chosen`);
}

/** Without scripts Playwright cannot wait for an element to be at rest; the keyboard needs no such thing. */
export const press = (button) => (runsScripts(button.page()) ? button.click() : button.press('Enter'));

/** How long a press may take until the browser asks for the next page. */
const UNHEARD = 10_000;

/**
 * Presses what leads to another page, and waits for that page. A press is lost when the page moves under the pointer: it is said, and
 * pressed again as a person would; an act is done once however often it is sent.
 */
export async function send(button) {
  const page = button.page();
  const leaves = page.waitForRequest((request) => request.isNavigationRequest(), { timeout: UNHEARD }).then(() => true, () => false);
  const pressed = async () => {
    await press(button);
    if (await leaves) return;
    console.error(`a press went unheard at ${page.url()}`);
    await press(button);
  };
  await Promise.all([page.waitForEvent('load'), pressed()]);
}

/** A small file of a kind, for uploads. */
export const PDF = (name) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') });
