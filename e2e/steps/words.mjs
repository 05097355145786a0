// What stands on a page must be words for people: no keys of messages, no doubled identities.

import assert from 'node:assert/strict';

const KEYS = /\b(?:act|field|rule|role|office|refusal|problem|notice|stage|kind|subject|channel|severity|degree|finding|remedy|part|bar|forum|way|letter-purpose|letter-stage|action-stage|signing-mode|nav|case|work|register|admin|tie)-[a-z]+(?:-[a-z0-9]+)*\b/g;
const UNDERSCORED = /\b[a-z]+(?:_[a-z]+)+\b/g;
/** English words with a hyphen that look like keys. */
const FINE = new Set(['case-by-case']);

export async function assertReads(page) {
  const { text, doubled } = await page.evaluate(() => {
    const seen = new Map();
    for (const one of document.querySelectorAll('[id]')) seen.set(one.id, (seen.get(one.id) ?? 0) + 1);
    return { text: document.querySelector('main').textContent, doubled: [...seen].filter(([, times]) => times > 1).map(([id]) => id) };
  });
  const keys = [...(text.match(KEYS) ?? []), ...(text.match(UNDERSCORED) ?? [])].filter((key) => !FINE.has(key));
  assert.deepEqual(keys, [], `keys instead of words on ${page.url()}`);
  assert.deepEqual(doubled, [], `the same id twice on ${page.url()}`);
}
