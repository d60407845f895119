import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { readTable } from './index.js';
import type { ReadOptions, Row, TableFile } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function rowsOf(
  bytes: TableFile['bytes'] | string,
  options?: ReadOptions,
  name = 'file.csv',
): Promise<Row[]> {
  const rows: Row[] = [];
  const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  for await (const row of readTable({ name, bytes: content }, options)) rows.push(row);
  return rows;
}

const lines = (rows: Row[]) =>
  rows.map((row) => [row.line, row.error ? 'broken' : Object.values(row.cells).map(String).join('|')]);
const JAPANESE = '会社名,所在地\r\n髙﨑精機㈱①,東京都～港区\r\n"ｶﾌﾞ,工業","大阪\r\n市"\r\n';

describe('readTable on CSV', () => {
  it.each([
    ['UTF-8', Buffer.from(JAPANESE)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${JAPANESE}`)],
    ['CP932 with NEC and IBM letters', iconv.encode(JAPANESE, 'cp932')],
    ['UTF-16 as Excel writes it', iconv.encode(JAPANESE, 'utf16le', { addBOM: true })],
  ])('reads %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([
      { line: 2, cells: { 会社名: '髙﨑精機㈱①', 所在地: '東京都～港区' } },
      { line: 3, cells: { 会社名: 'ｶﾌﾞ,工業', 所在地: '大阪\n市' } },
    ]);
  });

  it('reads the same from a buffer, a path and a stream, in whatever pieces it comes', async () => {
    const bytes = iconv.encode(JAPANESE, 'cp932');
    const path = join(folder, 'a.csv');
    writeFileSync(path, bytes);
    const expected = await rowsOf(bytes);
    expect(await rowsOf({ path })).toEqual(expected);
    expect(await rowsOf(Readable.from(Array.from(bytes, (byte) => Buffer.from([byte]))))).toEqual(expected);
  });

  it.each([
    ['tabs', 'a\tb\n1\t2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['line breaks of old Macs', 'a,b\r1,2\r'],
    ['no line break at the end', 'a,b\n1,2'],
    ['empty lines and trailing commas', '\na,b\n\n1,2,,\n,,,\n \n'],
  ])('understands %s', async (_, text) => {
    const rows = await rowsOf(text);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ cells: { a: '1', b: '2' } });
  });

  it('makes headings unique, and starts at the line it is told to', async () => {
    const text = '企業一覧（令和8年度）\n\n名称, 電話 ,,電話\nA社,1,2,3\n';
    expect(await rowsOf(text, { headerLine: 2 })).toEqual([
      { line: 4, cells: { 名称: 'A社', 電話: '1', '#3': '2', '電話 (2)': '3' } },
    ]);
  });

  it('takes a heading named __proto__ for a heading', async () => {
    const [row] = await rowsOf('__proto__,b\n1,2\n');
    expect(Object.entries((row as { cells: object }).cells)).toEqual([
      ['__proto__', '1'],
      ['b', '2'],
    ]);
  });

  it('reports rows with too few or too many columns and goes on', async () => {
    const rows = await rowsOf('a,b,c\n1,2,3\n1,2\n1,2,3,4\n5,6,7\n');
    expect(lines(rows)).toEqual([
      [2, '1|2|3'],
      [3, 'broken'],
      [4, 'broken'],
      [5, '5|6|7'],
    ]);
    expect(rows[1]).toEqual({
      line: 3,
      raw: '1,2',
      error: {
        ja: '列の数が見出しと違います（見出し3列、この行2列）。',
        en: 'The number of columns differs from the headings (headings 3, this row 2).',
      },
    });
  });

  it.each([
    [
      'before quoted rows',
      'a,b\n1,"open\n"2","x"\n3,y\n',
      [
        [2, 'broken'],
        [3, '2|x'],
        [4, '3|y'],
      ],
    ],
    [
      'before plain rows, to the end of the file',
      'a,b\n1,"open\n2,x\n3,y\n',
      [
        [2, 'broken'],
        [3, '2|x'],
        [4, '3|y'],
      ],
    ],
    [
      'with text after it',
      'a,b\n"1"x,2\n3,y\n',
      [
        [2, 'broken'],
        [3, '3|y'],
      ],
    ],
    [
      'far from its end',
      `a,b\n1,"open\n${'2,x\n'.repeat(500)}`,
      [[2, 'broken'], ...Array.from({ length: 500 }, (_, i) => [i + 3, '2|x'])],
    ],
  ])('reports a quote that is not closed %s, and takes the other rows', async (_, text, expected) => {
    expect(lines(await rowsOf(text))).toEqual(expected);
  });

  it('counts lines as an editor does, across cells with line breaks', async () => {
    expect(lines(await rowsOf('a,b\n"x\n\ny",1\nz,2\n'))).toEqual([
      [2, 'x\n\ny|1'],
      [5, 'z|2'],
    ]);
  });

  it('takes a quote inside an unquoted cell as text', async () => {
    expect(lines(await rowsOf('a,b\n3/4" 配管,"say ""hi"""\n'))).toEqual([[2, '3/4" 配管|say "hi"']]);
  });

  it('reports a damaged line of a UTF-8 file without taking the file for Shift_JIS', async () => {
    const bytes = Buffer.concat([
      Buffer.from('名称,所在地\nA社,東京\nB社,'),
      Buffer.from([0xe6, 0x9d]),
      Buffer.from('\nC社,大阪\n'),
    ]);
    const rows = await rowsOf(bytes);
    expect(lines(rows)).toEqual([
      [2, 'A社|東京'],
      [3, 'broken'],
      [4, 'C社|大阪'],
    ]);
    expect(rows[1]?.error?.ja).toBe('文字コード（UTF-8）として読めない文字があります。');
    expect(rows[1]).toHaveProperty('raw', expect.stringMatching(/^B社,\ufffd/));
  });

  it('reports bytes that CP932 does not have, and lines with NUL', async () => {
    const bytes = Buffer.concat([
      iconv.encode('名称,所在地\n株式会社テスト,東京\n', 'cp932'),
      Buffer.from([0x81, 0x20, 0x2c, 0x31, 0x0a]),
      iconv.encode('カタカナ,大阪\n', 'cp932'),
    ]);
    const rows = await rowsOf(bytes);
    expect(lines(rows)).toEqual([
      [2, '株式会社テスト|東京'],
      [3, 'broken'],
      [4, 'カタカナ|大阪'],
    ]);
    expect(rows[1]?.error?.en).toContain('Shift_JIS');
    const filler = 'x,1\n'.repeat(80_000);
    expect((await rowsOf(`a,b\n${filler}y\0,2\n`)).at(-1)?.error).toBeDefined();
  });

  it('finds the encoding where Japanese comes only after much ASCII', async () => {
    const ascii = 'name,place\n' + 'plain,ascii\n'.repeat(30_000);
    const rows = await rowsOf(iconv.encode(`${ascii}髙橋,東京\n`, 'cp932'));
    expect(rows.at(-1)).toEqual({ line: 30_002, cells: { name: '髙橋', place: '東京' } });
  });

  it('tells half-width katakana in Shift_JIS from UTF-8', async () => {
    const rows = await rowsOf(iconv.encode('会社名\nﾃｽ\nｶﾌ\n', 'cp932'));
    expect(lines(rows)).toEqual([
      [2, 'ﾃｽ'],
      [3, 'ｶﾌ'],
    ]);
  });

  it('passes over a line of more than 1 MB without keeping it', async () => {
    const rows = await rowsOf(`a,b\n${'x'.repeat(3_000_000)},1\n2,3\n`);
    expect(lines(rows)).toEqual([
      [2, 'broken'],
      [3, '2|3'],
    ]);
    expect(rows[0]?.error?.en).toContain('1 MB');
    expect((rows[0] as { raw: string }).raw.length).toBeLessThan(2_100);
  });

  it('takes off the apostrophe that an export put before a formula', async () => {
    expect(lines(await rowsOf("a,b,c\n'=1+1,'tis,'-5\n"))).toEqual([[2, "=1+1|'tis|'-5"]]);
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'import/empty-file'],
    ['blank lines only', Buffer.from('\n \n\n'), 'import/empty-file'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'import/unreadable'],
    ['a PDF', Buffer.from('%PDF-1.7\n%text'), 'import/unreadable'],
    ['a web page named .csv', Buffer.from('<!DOCTYPE html><html><table>'), 'import/unreadable'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'import/old-excel'],
    ['a damaged heading line', Buffer.from('名称,"所在地\nA社,東京\n'), 'import/unreadable'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(rowsOf(bytes)).rejects.toMatchObject({ code });
  });
});

describe('readTable on JSON Lines', () => {
  it('keeps lists and objects, and writes other values as text', async () => {
    const text = '{"name":"A社","awards":["切削","研磨"],"staff":12,"open":true,"note":null,"at":{"x":1}}\n';
    expect(await rowsOf(text, {}, 'data.txt')).toEqual([
      {
        line: 1,
        cells: { name: 'A社', awards: ['切削', '研磨'], staff: '12', open: 'true', note: '', at: { x: 1 } },
      },
    ]);
  });

  it('reports broken lines with their number and goes on', async () => {
    const rows = await rowsOf('\ufeff{"a":"1"}\n{"a":\n\n[1,2]\nnull\n{"a":"2"}', {}, 'x.jsonl');
    expect(lines(rows)).toEqual([
      [1, '1'],
      [2, 'broken'],
      [4, 'broken'],
      [5, 'broken'],
      [6, '2'],
    ]);
    expect(rows[1]?.error?.ja).toBe('JSONとして読み取れません。');
    expect(rows[2]?.error?.ja).toContain('1行に1つ');
  });

  it('goes by the name where the first line is damaged', async () => {
    expect(lines(await rowsOf('{"a": oops}\n{"a":"2"}\n', {}, 'x.jsonl'))).toEqual([
      [1, 'broken'],
      [2, '2'],
    ]);
  });

  it('reads no further ahead than it has to, and closes the source when stopped', async () => {
    let made = 0;
    let closed = false;
    function* chunks() {
      try {
        for (;;) {
          made += 1;
          yield Buffer.from(`{"n":"${made}","text":"${'値'.repeat(3_000)}"}\n`);
        }
      } finally {
        closed = true;
      }
    }
    const source = Readable.from(chunks(), { objectMode: true, highWaterMark: 1 });
    let seen = 0;
    for await (const row of readTable({ name: 'endless.jsonl', bytes: source })) {
      expect(row.line).toBe((seen += 1));
      if (seen === 5_000) break;
    }
    // The head (256 KB) and what a stream holds ready, never the file.
    expect(made).toBeLessThan(5_000 + 100);
    expect(closed).toBe(true);
  });

  it('ends with the error of its source', async () => {
    const failing = Readable.from(
      (function* () {
        yield Buffer.from('{"a":"1"}\n');
        throw new Error('connection lost');
      })(),
    );
    await expect(rowsOf(failing)).rejects.toThrow('connection lost');
  });
});
