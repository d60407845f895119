import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { zipOf } from '#platform/zip/testing/zip-of.js';
import { describeTable, readTable } from './index.js';
import type { ReadOptions, Row } from './index.js';

async function bytesOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function rowsOf(bytes: Buffer, options?: ReadOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of readTable({ name: 'list.csv', bytes }, options)) rows.push(row);
  return rows;
}

async function cellsOf(values: ExcelJS.CellValue[], format?: string): Promise<unknown[]> {
  const bytes = await bytesOf((workbook) => {
    const sheet = workbook.addWorksheet('一覧');
    sheet.addRow(values.map((_, i) => `c${i}`));
    const row = sheet.addRow(values);
    if (format) row.eachCell((cell) => (cell.numFmt = format));
  });
  const [row] = await rowsOf(bytes);
  return row && !row.error ? Object.values(row.cells) : [];
}

describe('readTable on Excel', () => {
  it('reads a workbook whatever its name says, with the row numbers that Excel shows', async () => {
    const bytes = await bytesOf((workbook) => {
      const sheet = workbook.addWorksheet('一覧');
      sheet.getRow(2).values = ['会社名', '所在地', '備考'];
      sheet.getRow(4).values = ['髙﨑精機㈱', '東京都'];
      sheet.getRow(5).values = ['B社', '大阪府', '①', 'はみ出し'];
      sheet.getRow(6).values = ['', ' '];
      sheet.getRow(9).values = ['C社', '', 'x'];
    });
    expect(await rowsOf(bytes)).toEqual([
      { line: 4, cells: { 会社名: '髙﨑精機㈱', 所在地: '東京都', 備考: '' } },
      {
        line: 5,
        error: { ja: expect.stringContaining('見出し3列、この行4列'), en: expect.any(String) },
        raw: 'B社\t大阪府\t①\tはみ出し',
      },
      { line: 9, cells: { 会社名: 'C社', 所在地: '', 備考: 'x' } },
    ]);
  });

  it('shows each kind of value as a person sees it', async () => {
    expect(
      await cellsOf([
        1000030070078,
        0.1 + 0.2,
        0.0000005,
        -12.5,
        true,
        { richText: [{ text: '赤い' }, { font: { bold: true }, text: '文字' }] },
        { text: 'リンク', hyperlink: 'https://example.com' },
        { formula: 'A2*2', result: 42 },
        { formula: 'A2&"円"', result: '42円' },
        { formula: 'B2' },
        { error: '#N/A' },
        "'=1+1",
      ]),
    ).toEqual([
      '1000030070078',
      '0.3',
      '0.0000005',
      '-12.5',
      'TRUE',
      '赤い文字',
      'リンク',
      '42',
      '42円',
      '',
      '#N/A',
      '=1+1',
    ]);
  });

  it('shows dates, times, and numbers with leading zeros', async () => {
    const dates = [
      new Date('2026-04-01T00:00:00Z'),
      new Date('2026-04-01T09:30:00Z'),
      { formula: 'TODAY()', result: new Date('2026-12-31T00:00:00Z') },
      new Date('1899-12-30T13:05:00Z'),
    ];
    expect(await cellsOf(dates, 'yyyy/mm/dd hh:mm')).toEqual([
      '2026-04-01',
      '2026-04-01 09:30',
      '2026-12-31',
      '13:05',
    ]);
    expect(await cellsOf([new Date('2026-04-01T00:00:00Z')], '[$-411]ggge"年"m"月"d"日"')).toEqual([
      '2026-04-01',
    ]);
    expect(await cellsOf([123, 1234567], '0000000')).toEqual(['0000123', '1234567']);
  });

  it('gives every row of a merged area its value', async () => {
    const bytes = await bytesOf((workbook) => {
      const sheet = workbook.addWorksheet('一覧');
      sheet.addRows([
        ['都道府県', '会社名'],
        ['東京都', 'A社'],
        ['', 'B社'],
        ['大阪府', 'C社'],
      ]);
      sheet.mergeCells('A2:A3');
    });
    expect((await rowsOf(bytes)).map((row) => (row.error ? null : Object.values(row.cells)))).toEqual([
      ['東京都', 'A社'],
      ['東京都', 'B社'],
      ['大阪府', 'C社'],
    ]);
  });

  it('takes the first visible sheet with text, or the one that it is told', async () => {
    const bytes = await bytesOf((workbook) => {
      workbook.addWorksheet('隠し', { state: 'hidden' }).addRows([['x'], ['hidden']]);
      workbook.addWorksheet('空');
      workbook.addWorksheet('本体').addRows([['題名'], ['名称'], ['A社']]);
      workbook.addWorksheet('別').addRows([['名称'], ['B社']]);
    });
    const names = async (options: ReadOptions) => (await rowsOf(bytes, options)).map((row) => row.line);
    expect(await rowsOf(bytes, { headerLine: 2 })).toEqual([{ line: 3, cells: { 名称: 'A社' } }]);
    expect(await rowsOf(bytes, { sheet: '別' })).toEqual([{ line: 2, cells: { 名称: 'B社' } }]);
    await expect(names({ sheet: '無い' })).rejects.toMatchObject({ code: 'import/unreadable' });
    await expect(names({ sheet: '空' })).rejects.toMatchObject({ code: 'import/empty-file' });
    expect((await describeTable({ name: 'x', bytes })).sheets).toEqual(['空', '本体', '別']);
  });

  it('reads workbooks with pictures, tables, filters and validations around the cells', async () => {
    const bytes = await bytesOf((workbook) => {
      const sheet = workbook.addWorksheet('一覧');
      sheet.addTable({
        name: 'T',
        ref: 'A1',
        columns: [{ name: '名称', filterButton: true }],
        rows: [['A社'], ['B社']],
      });
      sheet.getCell('B2').dataValidation = { type: 'list', formulae: ['"可,不可"'] };
      const png = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
        'base64',
      );
      sheet.addImage(workbook.addImage({ base64: png.toString('base64'), extension: 'png' }), 'D1:E3');
      sheet.getCell('A2').note = 'メモ';
    });
    expect(await rowsOf(bytes)).toEqual([
      { line: 2, cells: { 名称: 'A社' } },
      { line: 3, cells: { 名称: 'B社' } },
    ]);
  });

  it('refuses what is no workbook, is damaged, or would fill the memory', async () => {
    const good = await bytesOf((workbook) => workbook.addWorksheet('一覧').addRows([['名称'], ['A社']]));
    const cut = good.subarray(0, good.length - 200);
    const flipped = Buffer.from(good);
    flipped.fill(0xff, 60, 160);
    for (const bytes of [cut, flipped, zipOf({ 'readme.txt': Buffer.from('x') })])
      await expect(rowsOf(bytes)).rejects.toMatchObject({ code: 'import/unreadable' });
    const bomb = zipOf({
      'xl/workbook.xml': Buffer.from('<x/>'),
      'xl/worksheets/sheet1.xml': Buffer.alloc(80_000_000, ' '),
    });
    expect(bomb.length).toBeLessThan(200_000);
    await expect(rowsOf(bomb)).rejects.toMatchObject({ code: 'import/too-large' });
    const merged = Buffer.from(
      '<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
    );
    const wide = zipOf({ 'xl/workbook.xml': Buffer.from('<x/>'), 'xl/worksheets/sheet1.xml': merged });
    await expect(rowsOf(wide)).rejects.toMatchObject({ code: 'import/too-large' });
  });
});
