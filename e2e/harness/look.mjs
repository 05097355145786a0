// How a page looks and whether it can be used: pictures, width, labels.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

import { PHONE, WIDE } from './browser.mjs';

export const SHOTS = fileURLToPath(new URL('../shots/', import.meta.url));

/**
 * Pictures of the page as it stands, `shots/NAME-1280-light.png` and so on, each also checked for its width.
 * The viewport and the theme are put back afterwards.
 */
export async function screenshot(page, name, { sizes = [WIDE, PHONE], themes = ['light'] } = {}) {
  const before = page.viewportSize();
  const theme = await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      const path = join(SHOTS, `${name}-${size.width}-${colorScheme}.png`);
      mkdirSync(dirname(path), { recursive: true });
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
    }
    await assertNoHorizontalScroll(page);
  }
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize(before);
}

/** Names what sticks out; what scrolls inside its own box may be as wide as it likes. */
export async function assertNoHorizontalScroll(page) {
  const { wide, culprits } = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const wide = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - room;
    const scrollsInside = (element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible') return true;
      }
      return false;
    };
    const sticksOut = (element) => element.getBoundingClientRect().right > room + 1 && !scrollsInside(element);
    const name = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
    return { wide, culprits: wide > 0 ? [...document.body.querySelectorAll('*')].filter(sticksOut).slice(0, 5).map(name) : [] };
  });
  assert.ok(wide <= 0, `${page.url()} scrolls sideways by ${wide} px at ${page.viewportSize().width} px: ${culprits.join(', ')}`);
}

/** Someone who does not see the page hears what each field is for. */
export async function assertEveryFieldHasALabel(page) {
  const nameless = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input:not([type=hidden]):not([type=submit]):not([aria-hidden=true]), select, textarea')];
    const said = (element) =>
      element.getAttribute('aria-label') ||
      element.getAttribute('title') ||
      (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join('') ||
      [...(element.labels ?? [])].map((label) => label.textContent).join('');
    return fields.filter((element) => said(element).trim() === '').map((element) => element.outerHTML.slice(0, 120));
  });
  assert.ok(nameless.length === 0, `fields without a label on ${page.url()}:\n${nameless.join('\n')}`);
}

export function assertNoConsoleErrors({ heard }) {
  assert.ok(heard.problems.length === 0, `the browser complains:\n${heard.problems.join('\n')}`);
}
