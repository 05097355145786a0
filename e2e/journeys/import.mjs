// An old register in letters of the nineties is brought in by the register officer: looked at, mended, named, tried, entered, undone.

import assert from 'node:assert/strict';

import { switchLanguage } from '../harness/forms.mjs';
import { journey } from '../harness/journey.mjs';
import { assertEveryFieldHasALabel, screenshot } from '../harness/look.mjs';
import { office } from '../steps/office.mjs';
import { workbook } from '../steps/workbook.mjs';
import { assertReads } from '../steps/words.mjs';

const EVERY = { themes: ['light', 'dark'] };

/** In TCVN 5712, with a word for a channel that nobody knows, and a day that cannot be read. */
const REGISTER = Buffer.from(
  'Ng\xb5y nh\xcbn;B\xaan khi\xd5u n\xb9i;H\xd7nh th\xf8c;N\xe9i dung;Ng\xb5y tr\xb6 l\xeai\r\n' +
    '21/03/2019;C\xabng ty \xa7\xad\xeang S\xbet;C\xabng v\xa8n;Ch\xcbm tr\xb6 l\xeai k\xd5t qu\xb6 th\xf6 nghi\xd6m;10/04/2019\r\n' +
    '05/02/2019;\xa4ng B\xad\xebi;B\xe5 c\xa9u;Th\xb8i \xae\xe9 ph\xf4c v\xf4;\r\n',
  'latin1',
);

const BROKEN = Buffer.from('Ngày nhận,Nội dung\n21/03/2019,Một\nhôm kia,Hai\n');

/** One day of receipt for three cases, rows and a column that are not shown, sheets beside it, and a day that cannot be. */
const CONCEALING = workbook([
  {
    name: 'Năm 2019',
    rows: [
      ['Ngày nhận', 'Bên khiếu nại', 'Hình thức', 'Nội dung', 'Ghi chú nội bộ', 'Ngày kết thúc'],
      ['21/03/2019', 'Công ty Đường Sắt', 'công văn', 'Chậm trả lời kết quả thử nghiệm', 'đã gọi lại', '10/04/2019'],
      [null, 'Ông Bưởi', 'Bồ câu', 'Thái độ phục vụ', null, '12/04/2019'],
      [null, 'Bà Mận', 'thư', 'Giấy chứng nhận ghi sai tên', null, null],
      ['01/04/2019', 'Công ty Cầu Cao', 'điện thoại', 'Đoàn đánh giá đến muộn', null, '30/03/2019'],
      ['02/04/2019', 'Hợp tác xã Rau Xanh', 'fax', 'Dấu chứng nhận bị dùng sai', null, null],
    ],
    hiddenRows: [4, 6],
    hiddenColumns: [5],
    merged: ['A2:A4'],
  },
  { name: 'Nháp', state: 'hidden', rows: [['nháp']] },
  { name: 'Cũ hơn', state: 'veryHidden', rows: [['cũ']] },
]);

async function bring(page, name, buffer) {
  await page.locator('input[type=file][name=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.locator('#bring-form button[type=submit]').click();
  await page.waitForURL(/\/imports\/[0-9a-f-]+$/);
}

/** The page says by itself when the worker is done; without scripts its button is pressed until it is. */
async function settled(page, scripts) {
  const busy = page.locator('#import');
  for (let tries = 0; tries < 60 && (await busy.count()) > 0; tries += 1) {
    await page.waitForTimeout(300);
    if (!scripts && (await busy.count()) > 0) await page.locator('#import a.btn').click();
  }
  assert.equal(await busy.count(), 0, 'the worker comes to an end');
  if (scripts) await page.reload();
}

journey('an old register goes into the book step by step, and out again', async (scene) => {
  const { lan } = await office(scene, { only: ['lan', 'minh'] });
  const page = await lan.desk();
  await lan.goTo('/register');
  await page.locator('main a[href="/imports"]').click();
  await assertReads(page);
  await assertEveryFieldHasALabel(page);
  await screenshot(page, 'import/list');

  await bring(page, 'so-2019.csv', REGISTER);
  await assertReads(page);
  await assertEveryFieldHasALabel(page);
  const main = page.locator('main');
  assert.match(await main.textContent(), /Công ty Đường Sắt/, 'the letters are recognised');
  assert.equal(await page.locator('select[name="role.0"]').inputValue(), 'received');
  assert.equal(await page.locator('select[name="role.4"]').inputValue(), '', 'the day of answer is never guessed');
  await screenshot(page, 'import/columns', EVERY);
  await switchLanguage(page, 'en');
  await assertReads(page);
  await screenshot(page, 'import/columns-en');
  await switchLanguage(page, 'vi');

  await page.locator('select[name="role.4"]').selectOption('answered');
  await page.locator('select[name="word.channel.0"]').selectOption('fax');
  await page.locator('button[name=do][value=check]').click();
  await page.waitForURL(/\/imports\//);
  await settled(page, true);
  assert.match(await main.textContent(), /Đọc được 2 vụ việc/);
  await assertReads(page);
  await screenshot(page, 'import/checked', EVERY);

  await page.getByRole('button', { name: 'Đưa vào Sổ' }).click();
  await settled(page, true);
  assert.match(await main.textContent(), /Đã đưa vào Sổ 2 vụ việc/);
  await assertReads(page);
  await screenshot(page, 'import/done');
  await switchLanguage(page, 'en');
  await screenshot(page, 'import/done-en');
  await switchLanguage(page, 'vi');
  const at = page.url();
  await page.getByRole('link', { name: 'Xem trong Sổ' }).click();
  await page.waitForURL(/year=2019/);
  assert.match(await main.textContent(), /Ông Bưởi/);

  await page.goto(at);
  await page.locator('details.confirm summary').click();
  await page.locator('#undo-form button[type=submit]').click();
  await settled(page, true);
  assert.match(await main.textContent(), /Đã hoàn tác/);
  await screenshot(page, 'import/undone');
});

journey('a register is brought in without scripts, and one with an error stays out', async (scene) => {
  const { lan } = await office(scene, { only: ['lan'], how: { javaScript: false } });
  const page = await lan.desk();
  await lan.goTo('/imports');
  await bring(page, 'so-loi.csv', BROKEN);
  await page.locator('button[name=do][value=check]').click();
  await settled(page, false);
  const main = page.locator('main');
  assert.match(await main.textContent(), /Có 1 lỗi/);
  assert.equal(await page.getByRole('button', { name: 'Đưa vào Sổ' }).count(), 0);
  await screenshot(page, 'import/errors');

  await lan.goTo('/imports');
  await bring(page, 'so-2019.csv', REGISTER);
  await page.locator('button[name=do][value=check]').click();
  await settled(page, false);
  await page.getByRole('button', { name: 'Đưa vào Sổ' }).click();
  await settled(page, false);
  assert.match(await main.textContent(), /Đã đưa vào Sổ 2 vụ việc/);
});

journey('what a workbook does not show is said, and merged cells are filled in only when asked', async (scene) => {
  const { lan } = await office(scene, { only: ['lan'] });
  const page = await lan.desk();
  await lan.goTo('/imports');
  await bring(page, 'so-2019.xlsx', CONCEALING);
  const main = page.locator('main');
  for (const said of [/bị ẩn.*: Nháp/, /bị ẩn kỹ.*: Cũ hơn/, /Dòng bị ẩn.*: 4, 6/, /Cột bị ẩn.*Ghi chú nội bộ: E/, /Có ô gộp.*: A2:A4/]) {
    assert.match((await main.textContent()).replaceAll('\n', ' '), said);
  }
  await assertReads(page);
  await assertEveryFieldHasALabel(page);
  await screenshot(page, 'import/concealing', EVERY);
  await switchLanguage(page, 'en');
  await screenshot(page, 'import/concealing-en', EVERY);
  await switchLanguage(page, 'vi');

  await page.locator('button[name=do][value=check]').click();
  await settled(page, true);
  assert.match(await main.textContent(), /Có 2 lỗi/, 'two rows have no day of their own');
  await assertReads(page);
  await screenshot(page, 'import/concealing-errors', EVERY);
  await page.getByRole('button', { name: 'Khai lại cột' }).click();
  await page.locator('input[name=fill_down]').check();
  await page.locator('button[name=do][value=check]').click();
  await settled(page, true);
  assert.match(await main.textContent(), /Đọc được 5 vụ việc/);
  await screenshot(page, 'import/concealing-checked', EVERY);
  await switchLanguage(page, 'en');
  await assertReads(page);
  await screenshot(page, 'import/concealing-checked-en', EVERY);
  await switchLanguage(page, 'vi');
  await page.getByRole('button', { name: 'Đưa vào Sổ' }).click();
  await settled(page, true);
  assert.match(await main.textContent(), /Đã đưa vào Sổ 5 vụ việc/);
});
