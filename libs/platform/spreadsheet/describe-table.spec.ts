import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { describeTable } from './index.js';

const of = (text: string | Buffer, name = 'x.csv', sampleRows?: number) =>
  describeTable({ name, bytes: Buffer.from(text) }, sampleRows === undefined ? {} : { sampleRows });

describe('describeTable', () => {
  it('tells format, encoding, headings and the first rows of a CSV', async () => {
    expect(await of(iconv.encode('会社名,所在地\n髙﨑㈱,東京\nB社\n', 'cp932'))).toEqual({
      format: 'csv',
      encoding: 'cp932',
      headers: ['会社名', '所在地'],
      sample: [
        { line: 2, cells: { 会社名: '髙﨑㈱', 所在地: '東京' } },
        { line: 3, error: expect.objectContaining({ ja: expect.stringContaining('列の数') }), raw: 'B社' },
      ],
      rowCount: 2,
      sheets: [],
    });
  });

  it('tells the headings of a table without rows', async () => {
    expect(await of('a\tb\n')).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      headers: ['a', 'b'],
      sample: [],
      rowCount: 0,
    });
  });

  it('takes the keys of JSON Lines from the sample, and estimates the rows beyond it', async () => {
    const text = '{"a":1}\n{"b":[2]}\n' + '{"c":3}\n'.repeat(998);
    expect(await of(text, 'x.jsonl', 2)).toMatchObject({
      format: 'jsonl',
      encoding: 'utf-8',
      headers: ['a', 'b'],
      rowCount: 1000,
    });
  });

  it('estimates the rows of a large CSV and of a workbook', async () => {
    expect((await of('a,b\n' + '1,2\n'.repeat(15_000))).rowCount).toBe(15_000);
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('一覧').addRows([['名称'], ...Array.from({ length: 50 }, (_, i) => [`${i}社`])]);
    expect(await of(Buffer.from(await workbook.xlsx.writeBuffer()))).toMatchObject({
      format: 'xlsx',
      encoding: null,
      headers: ['名称'],
      rowCount: 50,
      sheets: ['一覧'],
    });
  });
});
