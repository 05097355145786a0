// The product as a child process: its own data folder, a free port, a told clock.

import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A Monday morning at the centre; every journey begins here unless it says otherwise. */
export const MONDAY = '2026-03-02T08:00:00+07:00';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;
const READY_WITHIN = 90_000; // the demo plays a year first, in an unoptimised build

const alive = new Set();
const folders = new Set();

function binaryOf(product) {
  const binary = product ?? process.env.PHUCDAP_BIN ?? fileURLToPath(new URL('../../target/debug/phucdap', import.meta.url));
  if (!existsSync(binary)) throw new Error(`no product at ${binary}; build it first: cargo build --workspace --all-targets`);
  return binary;
}

/**
 * A centre that is not running yet. `cli('user', 'add', …)` runs another command of the product on the same
 * data and clock; `start()` serves it. `command` is `serve` or `demo`, `told` more of its environment.
 */
export async function centre({ binary, command = 'serve', now = MONDAY, more = [], told = {}, stopsWithin = 8_000 } = {}) {
  const program = binaryOf(binary);
  const folder = mkdtempSync(join(tmpdir(), 'phucdap-journey-'));
  folders.add(folder);
  const data = join(folder, 'data');
  const clock = await clockIn(folder, now);
  const env = { PATH: process.env.PATH, HOME: folder, RUST_BACKTRACE: '1', PHUCDAP_TEST_CLOCK_FILE: clock.file, ...told };

  const cli = (...words) => promisify(execFile)(program, words, { cwd: folder, env, timeout: READY_WITHIN });
  const start = () => serve(program, [command, '--listen', '127.0.0.1:0', '--data', data, ...more], { cwd: folder, env }, stopsWithin);
  const remove = () => {
    folders.delete(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  return { data, clock, cli, start, remove };
}

/** The server reads its clock from this file, for tests only (PHUCDAP_TEST_CLOCK_FILE). */
async function clockIn(folder, now) {
  const file = join(folder, 'clock');
  let instant;
  const set = async (text) => {
    instant = new Date(text);
    if (Number.isNaN(instant.getTime())) throw new Error(`not an instant: ${text}`);
    await writeFile(`${file}.new`, instant.toISOString());
    await rename(`${file}.new`, file); // never half written for a reader
  };
  const advance = ({ days = 0, hours = 0, minutes = 0 }) =>
    set(new Date(instant.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000).toISOString());
  await set(now);
  return { file, set, advance, now: () => instant };
}

async function serve(program, words, options, stopsWithin) {
  const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  alive.add(child);
  let log = '';
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(`it could not be started: ${error.message}`));
    child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? code}`));
  }).finally(() => alive.delete(child));

  const answering = new Promise((resolve) => {
    const hear = (chunk) => {
      log += chunk;
      const found = ADDRESS.exec(log);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  const broken = ended.then((how) => {
    throw new Error(`${words[0]} gave no address: ${how}\n${log}`);
  });
  const late = after(READY_WITHIN, `${words[0]} gave no address within ${READY_WITHIN / 1000} s`, () => log);
  let origin;
  try {
    origin = await Promise.race([answering, broken, late.promise]);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    broken.catch(() => {});
    late.cancel();
  }

  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const stubborn = after(stopsWithin, 'the server did not stop when asked', () => log);
    try {
      await Promise.race([ended, stubborn.promise]);
    } finally {
      stubborn.cancel();
      child.kill('SIGKILL');
    }
  };
  return { origin, stop, ended, log: () => log, isRunning: () => alive.has(child) };
}

function after(milliseconds, message, more = () => '') {
  let timer;
  const promise = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${message}\n${more()}`)), milliseconds);
  });
  promise.catch(() => {});
  return { promise, cancel: () => clearTimeout(timer) };
}

process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
