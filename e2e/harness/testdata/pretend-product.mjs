#!/usr/bin/env node
// Stands where the product stands, so that the harness itself can be tried: it obeys the first word.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [manner, ...words] = process.argv.slice(2);

if (manner === 'breaks') {
  console.error('the data folder cannot be read');
  process.exit(2);
}
if (manner === 'says') {
  console.log(words.join(' '), readFileSync(process.env.PHUCDAP_TEST_CLOCK_FILE, 'utf8'));
  process.exit(0);
}

const pages = {
  '/wide': '<h1>Rộng</h1><div class="far" style="width: 2000px">rộng</div>',
  '/boxed': '<h1>Rộng</h1><div style="overflow-x: auto"><table style="width: 2000px"><tr><td>rộng</td></tr></table></div>',
  '/error': '<h1>Lỗi</h1><script>console.error("went wrong")</script>',
  '/throws': '<h1>Lỗi</h1><script>throw new Error("thrown")</script>',
  '/broken-picture': '<h1>Lỗi</h1><img src="/nowhere.png" alt="">',
  '/foreign': '<h1>Lỗi</h1><img src="http://127.0.0.2:9/x.png" alt="">',
  '/unlabelled': '<h1>Thiếu nhãn</h1><form><input name="phone"></form>',
  '/home': '<main><h1>Việc của tôi</h1></main>',
  '/english': '<a hreflang="vi" href="/form">Tiếng Việt</a><h1>English</h1>',
};
const form = (method, phone, note) => `
  <details><summary>Ngôn ngữ</summary><a hreflang="en" href="/english">English</a></details>
  <main><h1>Tiếp nhận</h1><form method="post" action="/form-${method}">
    <label>Điện thoại <input name="phone" value="${phone}"></label>
    <label>Ghi chú <textarea name="note">${note}</textarea></label>
    <label>Kênh <select name="channel"><option value="a">a</option><option value="b">b</option></select></label>
    <script>document.querySelector('h1').dataset.scripted = 'yes'</script>
    <button type="submit">Gửi</button></form></main>`;

const signIn = (problem) => `<main><h1>Đăng nhập</h1><p>${problem}</p><form method="post" action="/sign-in">
  <label>Tên <input name="name" autocomplete="username"></label>
  <label>Mật khẩu <input name="password" type="password" autocomplete="current-password"></label>
  <button type="submit">Đăng nhập</button></form></main>`;

const server = createServer((request, response) => {
  const answer = (status, body) => {
    const language = request.url === '/english' ? 'en' : 'vi';
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="${language}"><meta name="viewport" content="width=device-width">
      <link rel="icon" href="data:,"><title>Thử</title><body>${body}</body></html>`);
  };
  let sent = '';
  request.on('data', (chunk) => (sent += chunk));
  request.on('end', () => {
    const typed = new URLSearchParams(sent);
    if (request.url === '/form') answer(200, form('keeps', '', ''));
    else if (request.url === '/form-that-loses') answer(200, form('loses', '', ''));
    else if (request.url === '/form-keeps') answer(422, form('keeps', typed.get('phone'), typed.get('note')));
    else if (request.url === '/form-loses') answer(422, form('loses', typed.get('phone'), ''));
    else if (request.url === '/sign-in' && typed.get('password') === 'đúng') {
      response.writeHead(303, { location: '/home' }).end();
    } else if (request.url === '/sign-in') answer(typed.has('password') ? 422 : 200, signIn(typed.has('password') ? 'Sai' : ''));
    else if (request.url === '/fails') answer(500, '<h1>Lỗi</h1>');
    else answer(pages[request.url] ? 200 : 404, pages[request.url] ?? '<h1>Không có</h1>');
  });
});
server.listen(0, '127.0.0.1', () => console.error(`listening on http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => {
  if (manner === 'stubborn') return;
  server.closeAllConnections();
  server.close(() => process.exit(0));
});
