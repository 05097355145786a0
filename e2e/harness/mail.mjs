// Real mail servers for a journey: a Postfix that takes mail for the centre and for one complainant, and a Dovecot over the same boxes,
// on loopback, in a folder that vanishes.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const CONFIGURATIONS = fileURLToPath(new URL('../../crates/server/tests/cli/mail/', import.meta.url));
const PROGRAMS = '/usr/lib/postfix/sbin';
const DOVECOT = '/usr/sbin/dovecot';
const PASSWORD = 'mat-khau-hop-thu';
const WITHIN = 60_000;

export const CENTRE = 'khieunai@trungtam.example';
export const COMPLAINANT = 'lan@khach.example';

/** Why the servers cannot run here; nothing when they can. */
export function lacking() {
  if (process.getuid() !== 0) return 'Postfix runs for root alone';
  if (!existsSync(join(PROGRAMS, 'smtpd')) || !existsSync(DOVECOT)) return 'postfix and dovecot-imapd are not installed';
  return undefined;
}

const script = (folder, words) => execFileSync('sh', ['-ec', words], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
const id = (...words) => execFileSync('id', words, { encoding: 'utf8' }).trim();

/** `{ env, send(message), received(), down(), up(), stop() }`; `env` is what the product is told. */
export async function mailServers() {
  const root = mkdtempSync(join(tmpdir(), 'phucdap-mail-'));
  const [smtp, imap, plain] = [await freePort(), await freePort(), await freePort()];
  const boxOf = (address) => address.split('@')[0];
  const told = {
    root,
    programs: PROGRAMS,
    domain: 'trungtam.example',
    domains: 'trungtam.example, khach.example',
    boxes: [CENTRE, COMPLAINANT].map((address) => `${address}=${boxOf(address)}/`).join(', '),
    uid: id('-u', 'nobody'),
    gid: id('-g', 'nobody'),
    port: smtp,
  };
  script(root, 'chmod 755 . && mkdir queue data mail config run state && chown postfix data && chown nobody mail');
  script(join(root, 'config'), readFileSync(`${CONFIGURATIONS}certificates.sh`, 'utf8'));
  script(root, 'cp config/*.pem .');
  for (const name of ['main.cf', 'master.cf']) writeFileSync(join(root, 'config', name), filled(name, told));
  const postfix = (word) => execFileSync('/usr/sbin/postfix', ['-c', join(root, 'config'), word], { stdio: 'ignore' });

  const [owner, group] = ['nobody', id('-gn', 'nobody')];
  const more = { maildir: `${root}/mail/%n`, home: `${root}/mail`, inner: 'dovecot', 'inner-group': 'dovecot', login: 'dovenull' };
  writeFileSync(join(root, 'dovecot.conf'), filled('dovecot.conf', { ...told, ...more, owner, group, password: PASSWORD, port: imap, plain }));
  const dovecot = spawn(DOVECOT, ['-F', '-c', join(root, 'dovecot.conf')], { stdio: 'ignore' });
  const ended = new Promise((resolve) => dovecot.once('exit', resolve));

  const up = async () => {
    postfix('start');
    await listening(smtp);
  };
  const down = () => postfix('stop');
  const stop = async () => {
    try {
      down();
    } catch {
      // It is down already.
    }
    dovecot.kill();
    await ended;
    rmSync(root, { recursive: true, force: true });
  };
  try {
    await listening(imap);
    await up();
  } catch (error) {
    await stop();
    throw error;
  }

  /** The complainant sends a mail; `curl` speaks SMTP for him. */
  const send = ({ to = CENTRE, subject, text, reply }) => {
    const threading = reply ? [`In-Reply-To: ${reply}`, `References: ${reply}`] : [];
    const head = [
      `From: =?utf-8?B?${Buffer.from('Nguyễn Thị Thử').toString('base64')}?= <${COMPLAINANT}>`,
      `To: ${to}`,
      `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
      `Message-ID: <${process.hrtime.bigint()}@khach.example>`,
      ...threading,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
    ];
    const body = Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
    const mail = `${head.join('\r\n')}\r\n\r\n${body}\r\n`;
    const words = ['--silent', '--show-error', '--mail-from', COMPLAINANT, '--mail-rcpt', to, '--upload-file', '-', `smtp://127.0.0.1:${smtp}`];
    execFileSync('curl', words, { input: mail });
  };
  const env = {
    PHUCDAP_SMTP_URL: `smtp://127.0.0.1:${smtp}?tls=none`,
    PHUCDAP_MAIL_FROM: `Trung tâm Thử <${CENTRE}>`,
    PHUCDAP_MAIL_TAGGED: 'true',
    PHUCDAP_IMAP_URL: `imaps://${boxOf(CENTRE)}@localhost:${imap}/INBOX`,
    PHUCDAP_IMAP_PASSWORD: PASSWORD,
    PHUCDAP_IMAP_CA: join(root, 'ca.pem'),
  };
  return { env, send, received: () => read(join(root, 'mail', boxOf(COMPLAINANT), 'new')), up, down, stop };
}

function filled(name, told) {
  let text = readFileSync(CONFIGURATIONS + name, 'utf8');
  for (const [what, value] of Object.entries(told)) text = text.replaceAll(`<${what}>`, value);
  return text;
}

/** The mails of a maildir as Python's `email` reads them, the oldest first. */
function read(folder) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).sort().map((name) => join(folder, name));
  const reader = fileURLToPath(new URL('read_mail.py', import.meta.url));
  return JSON.parse(execFileSync('python3', [reader, ...files], { encoding: 'utf8', maxBuffer: 64 << 20 }));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.end();
      resolve(true);
    });
  });

async function listening(port) {
  const until = Date.now() + WITHIN;
  while (!(await answers(port))) {
    if (Date.now() > until) throw new Error(`nothing listens on ${port}`);
    await sleep(100);
  }
}
