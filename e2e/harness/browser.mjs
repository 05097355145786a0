// Debian's Chromium, one per file of journeys, cut off from everything but loopback.

import { chromium } from 'playwright-core';

import { watch } from './watch.mjs';

export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

let running;
const plain = new WeakSet();

/** Whether this browser runs scripts. One that does not never reports an element to be at rest, for which clicks wait. */
export const runsScripts = (page) => !plain.has(page.context());

export function browser() {
  running ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  return running;
}

export async function closeBrowser() {
  if (running) await (await running).close();
  running = undefined;
}

/**
 * A fresh browser as one person has it, with an empty page. `language` is what the browser asks for;
 * `javaScript: false` is the person whose browser runs none.
 */
export async function open(origin, { language = 'vi', theme = 'light', size = WIDE, javaScript = true } = {}) {
  const context = await (await browser()).newContext({
    baseURL: origin,
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: theme,
    viewport: size,
    javaScriptEnabled: javaScript,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(45_000);
  if (!javaScript) plain.add(context);
  const heard = watch(context, origin);
  return { context, heard, page: await context.newPage() };
}
