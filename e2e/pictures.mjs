// Takes the pictures of README.md and of the manual again, from a demo of its own on a told day: `node pictures.mjs [folder]`.

import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { closeBrowser, open, PHONE, WIDE } from './harness/browser.mjs';
import { signIn } from './harness/forms.mjs';
import { centre } from './harness/product.mjs';

const FOLDER = process.argv[2] ?? fileURLToPath(new URL('../docs/pictures/', import.meta.url));
/** Shortly after Tết: limits that run across holidays have something to explain. */
const NOW = '2026-03-11T09:10:00+07:00';
const PASSWORD = 'phucdap-demo';
/** What a reader of the README on a slow line is asked to wait for. */
const LARGEST = 250_000;

mkdirSync(FOLDER, { recursive: true });
const place = await centre({ command: 'demo', now: NOW });
const server = await place.start();
try {
  const desk = await person('qmr', { size: WIDE });
  await desk.goto('/work');
  await take(desk, 'my-work');

  await desk.goto('/register');
  await take(desk, 'register');

  const matter = await firstCase(desk);
  await desk.goto(matter);
  await take(desk, 'case');

  await desk.locator('#clock .disclosure > summary').first().click();
  await desk.locator('#clock .days').evaluate((days) => {
    days.scrollIntoView({ block: 'center' });
    const holiday = [...days.children].find((day) => day.textContent.includes('Tết'));
    if (holiday) days.scrollTop = holiday.offsetTop - days.firstElementChild.offsetTop;
  });
  await take(desk, 'why-this-date');

  const phone = await person('qmr', { size: PHONE, theme: 'dark' });
  await phone.goto(matter);
  await take(phone, 'case-on-a-phone');
} finally {
  await closeBrowser();
  await server.stop();
  place.remove();
}

async function person(name, options) {
  const { page } = await open(server.origin, { language: 'vi', ...options });
  await page.emulateMedia({ reducedMotion: 'reduce' }); // a picture must not catch the page on its way
  await signIn(page, { name, password: PASSWORD });
  return page;
}

/** The first case on the list of work whose time is running and has not run out. */
async function firstCase(page) {
  await page.goto('/work?part=soon');
  return page.locator('.work a.work-act[href^="/cases/"]').first().evaluate((link) => new URL(link.href).pathname);
}

async function take(page, name) {
  const path = join(FOLDER, `${name}.png`);
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement?.blur());
  await page.screenshot({ path, animations: 'disabled' });
  const { size } = statSync(path);
  console.log(`${path}: ${Math.round(size / 1000)} kB`);
  if (size > LARGEST) throw new Error(`${path} is larger than ${LARGEST / 1000} kB`);
}
