// Runs the files of journeys, two at a time, within a limit, and ends with `N passed, N failed`.
// `node run.mjs sign-in` runs only the files whose names contain one of the words.

import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const LIMIT = 20 * 60_000;
const AT_ONCE = 2;
const GRACE = 5_000;

const started = Date.now();
const words = process.argv.slice(2);
const files = ['harness', 'journeys'].flatMap((folder) =>
  readdirSync(`${HERE}/${folder}`)
    .filter((name) => (folder === 'journeys' ? name.endsWith('.mjs') : name.endsWith('.test.mjs')))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .sort()
    .map((name) => `${HERE}/${folder}/${name}`),
);

const children = new Set();
const total = { passed: 0, failed: 0, skipped: 0 };

rmSync(`${HERE}/shots/failed`, { recursive: true, force: true });
const queue = [...files];
await Promise.all(Array.from({ length: AT_ONCE }, worker));

if (total.skipped > 0) console.log(`\nattention: ${total.skipped} left out by their own authors`);
if (total.passed + total.failed === 0) {
  console.log('\nno journey was run');
  total.failed = 1;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function worker() {
  for (let file = queue.shift(); file; file = queue.shift()) {
    const name = relative(HERE, file);
    const left = LIMIT - (Date.now() - started);
    if (left <= 0) {
      console.log(`FAILED ${name}: not run, the time for all journeys is over`);
      total.failed += 1;
      continue;
    }
    report(name, await runFile(file, left));
  }
}

function report(name, { code, output, seconds, inTime }) {
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const passed = count('pass');
  let failed = count('fail') + count('cancelled');
  if (failed === 0 && (code !== 0 || !inTime)) failed = 1; // it broke off before it could count
  const problem = failed > 0 || passed === 0;
  if (passed === 0 && failed === 0) failed = 1; // a file without journeys proves nothing
  total.passed += passed;
  total.failed += failed;
  total.skipped += count('skipped') + count('todo');
  const verdict = problem ? 'FAILED' : 'ok    ';
  console.log(`${verdict} ${name}: ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s${inTime ? '' : ', stopped: out of time'}`);
  if (problem) console.log(withoutSuccesses(output).replace(/^/gm, '    | '));
}

/** TAP says three lines about each test that passed; what remains is what went wrong. */
function withoutSuccesses(output) {
  return output.replace(/^# Subtest: .*\nok \d+ .*\n  ---\n(  .*\n)*?  \.\.\.\n/gm, '').trim();
}

function runFile(file, left) {
  const begun = Date.now();
  const child = spawn(process.execPath, ['--test-reporter=tap', file], { cwd: HERE, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  let output = '';
  let inTime = true;
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const timer = setTimeout(() => {
    inTime = false;
    stop(child);
  }, left);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(timer);
      children.delete(child);
      resolve({ code, output, inTime, seconds: (Date.now() - begun) / 1000 });
    });
  });
}

function stop(child) {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), GRACE).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    queue.length = 0;
    for (const child of children) stop(child);
    total.failed += 1;
  });
}
