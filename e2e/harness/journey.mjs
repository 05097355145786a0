// One journey = one test: a centre of its own, people with browsers of their own, evidence when it fails.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { closeBrowser, open } from './browser.mjs';
import { SHOTS, assertNoConsoleErrors } from './look.mjs';
import { centre } from './product.mjs';

const LIMIT = 300_000;

after(closeBrowser);

/**
 * `journey('a sentence', { command, now, more, prepare, limit }, async (scene) => …)`.
 * `prepare(centre)` runs before the server starts. At the end no browser may have complained.
 */
export function journey(sentence, options, body) {
  if (typeof options === 'function') return journey(sentence, {}, options);
  const { prepare, limit = LIMIT, ...of } = options;
  return test(sentence, { timeout: limit }, async () => {
    const place = await centre(of);
    const people = [];
    let server;
    try {
      await prepare?.(place);
      server = await place.start();
      await body(sceneOf(place, server, people));
      people.forEach(assertNoConsoleErrors);
    } catch (error) {
      await keepEvidence(sentence, people, server);
      throw error;
    } finally {
      await Promise.all(people.map(({ context }) => context.close()));
      try {
        await server?.stop();
      } finally {
        place.remove();
      }
    }
  });
}

function sceneOf(place, server, people) {
  const person = async (how) => {
    const one = await open(server.origin, how);
    people.push(one);
    return one;
  };
  return {
    ...place,
    server,
    /** Another person at another desk: `{ page, context, heard }`; see `open` for language, theme, size, javaScript. */
    person,
    withoutJavaScript: (how = {}) => person({ ...how, javaScript: false }),
  };
}

/** Picture and page of everyone, and what the server wrote, under shots/failed. */
async function keepEvidence(sentence, people, server) {
  const folder = join(SHOTS, 'failed');
  mkdirSync(folder, { recursive: true });
  const name = plain(sentence);
  if (server) writeFileSync(join(folder, `${name}.log`), server.log());
  const pages = people.flatMap(({ context }) => context.pages());
  for (const [number, page] of pages.entries()) {
    const file = join(folder, `${name}-${number + 1}`);
    try {
      writeFileSync(`${file}.html`, `<!-- ${page.url()} -->\n${await page.content()}`);
      await page.screenshot({ path: `${file}.png`, fullPage: true, timeout: 5_000 });
      console.error(`see ${file}.png and .html (${page.url()})`);
    } catch (error) {
      console.error(`no evidence of ${page.url()}: ${error.message}`);
    }
  }
}

/** A file name from a sentence in any language. */
function plain(sentence) {
  const letters = sentence.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  return letters.replace(/\W+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
}
