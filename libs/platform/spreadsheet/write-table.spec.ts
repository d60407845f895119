import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { readTable, writeTable } from './index.js';
import type { ExportFormat, ExportRow } from './index.js';

const headers = [
  { key: 'name', label: '会社名' },
  { key: 'staff', label: '従業員数' },
  { key: 'at', label: '更新日時' },
  { key: 'themes', label: 'テーマ' },
];
const rows: ExportRow[] = [
  { name: '髙﨑精機㈱, "①"', staff: 12, at: new Date('2026-04-01T00:30:00Z'), themes: ['EV', '医療'] },
  { name: '=HYPERLINK("http://x")', staff: -5, at: null, themes: [] },
  { name: '改行\nあり', staff: undefined },
];

const written = (format: ExportFormat, data: Iterable<ExportRow> | AsyncIterable<ExportRow> = rows) =>
  buffer(writeTable(format, headers, data));

describe('writeTable', () => {
  it('writes CSV for Excel: BOM, CRLF, quotes where needed, JST', async () => {
    expect((await written('csv')).toString()).toBe(
      '\ufeff会社名,従業員数,更新日時,テーマ\r\n' +
        '"髙﨑精機㈱, ""①""",12,2026-04-01 09:30,EV;医療\r\n' +
        `"'=HYPERLINK(""http://x"")",-5,,\r\n` +
        '"改行\nあり",,,\r\n',
    );
  });

  it('writes Shift_JIS, with 〓 for what it lacks, and counts it', async () => {
    let replaced = -1;
    const names = ['髙﨑①㈱～', '𠮷野家', '絵文字😀', '波〜線−', 'か\u3099', '葛\u{e0100}城', 'a?b', '한국'];
    const stream = writeTable(
      'csv-sjis',
      [{ key: 'name', label: '名称' }],
      names.map((name) => ({ name })),
      {
        onReplaced: (count) => (replaced = count),
      },
    );
    const text = iconv.decode(await buffer(stream), 'cp932');
    expect(text).toBe('名称\r\n髙﨑①㈱～\r\n〓野家\r\n絵文字〓\r\n波～線－\r\nが\r\n葛城\r\na?b\r\n〓〓\r\n');
    expect(replaced).toBe(4);
  });

  it('writes Excel with a frozen heading row, and numbers and dates as such', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await written('xlsx')) as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0]!;
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.getRow(1).values).toEqual([undefined, '会社名', '従業員数', '更新日時', 'テーマ']);
    expect(sheet.getCell('B2').value).toBe(12);
    expect(sheet.getCell('C2').value).toEqual(new Date('2026-04-01T09:30:00Z'));
    expect(sheet.getCell('A3').value).toBe(`'=HYPERLINK("http://x")`);
    expect(sheet.getCell('B3').value).toBe(-5);
  });

  it('writes JSON Lines with keys, lists and UTC times', async () => {
    const [first, second] = (await written('jsonl')).toString().split('\n');
    expect(JSON.parse(first!)).toEqual({
      name: '髙﨑精機㈱, "①"',
      staff: 12,
      at: '2026-04-01T00:30:00.000Z',
      themes: ['EV', '医療'],
    });
    expect(JSON.parse(second!)).toEqual({ name: '=HYPERLINK("http://x")', staff: -5, at: null, themes: [] });
  });

  it.each(['=1+1', '+81-3-0000', '-x', '@SUM(A1)', '\t=1', '＝1', '-2+3'])('guards %j', async (name) => {
    for (const format of ['csv', 'csv-sjis', 'xlsx'] as const) {
      const bytes = await written(format, [{ name }]);
      const cell =
        format === 'xlsx'
          ? await firstCell(bytes)
          : iconv.decode(bytes, format === 'csv' ? 'utf8' : 'cp932').split('\r\n')[1]!;
      expect(cell.replace(/,+$/, '').replaceAll('"', '')).toBe(`'${name}`);
    }
  });

  it.each(['-5', '+1,200.5', '-3%', '1=1', 'a@b.jp'])('leaves %j as it is', async (name) => {
    expect(
      (await written('csv', [{ name }])).toString().split('\r\n')[1]!.replace(/,+$/, '').replaceAll('"', ''),
    ).toBe(name);
  });

  it.each(['csv', 'csv-sjis', 'xlsx'] as const)('reads its own %s back unchanged', async (format) => {
    const names = ['髙﨑精機㈱', '=1+1', '改行\nあり', 'a,"b"', '0012'];
    const bytes = await written(
      format,
      names.map((name) => ({ name, staff: 1 })),
    );
    const back: unknown[] = [];
    for await (const row of readTable({ name: 'x', bytes })) back.push(row.error ?? row.cells['会社名']);
    expect(back).toEqual(names);
  });

  it.each(['csv', 'csv-sjis', 'xlsx', 'jsonl'] as const)(
    'ends %s with the error of its rows',
    async (format) => {
      async function* failing(): AsyncGenerator<ExportRow> {
        yield { name: 'A社' };
        await Promise.resolve();
        throw new Error('query failed');
      }
      await expect(written(format, failing())).rejects.toThrow('query failed');
    },
  );

  it('writes rows while they come', async () => {
    let made = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) yield { name: `会社${(made += 1)}` };
      })(),
    );
    const stream = writeTable('csv', headers, endless as AsyncIterable<ExportRow>);
    for await (const chunk of stream) if ((chunk as Buffer).length > 1_000) break;
    expect(made).toBeLessThan(10_000);
  });
});

async function firstCell(bytes: Buffer): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook.worksheets[0]!.getCell('A2').text;
}
