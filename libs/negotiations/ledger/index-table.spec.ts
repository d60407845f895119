import { describe, expect, it } from '@jest/globals';
import { monthOf, readIndexTable } from './index-table.js';

const read = (text: string) => readIndexTable({ name: 'index.csv', bytes: Buffer.from(text) });

describe('an index from a table', () => {
  it.each([
    ['2026-04', '2026-04'],
    ['2026/4', '2026-04'],
    ['2026年4月', '2026-04'],
    ['２０２６年１２月', '2026-12'],
    ['202604', '2026-04'],
    ['2026-04-01', '2026-04'],
    ['令和8年4月', '2026-04'],
    ['令和元年5月', '2019-05'],
    ['R8.4', '2026-04'],
    ['平成31年4月', '2019-04'],
    ['2026-13', null],
    ['4月', null],
    ['合計', null],
  ])('reads %s as the month %s', (text, month) => expect(monthOf(text)).toBe(month));

  it('finds its columns by their headings, and puts the months in order', async () => {
    const { points, problems } = await read(
      '品目,指数,年月\n鋼材,"1,128.40",2026年4月\n鋼材,112,2026年1月\n',
    );
    expect(points).toEqual([
      { period: '2026-01', value: '112' },
      { period: '2026-04', value: '1128.4' },
    ]);
    expect(problems).toEqual([]);
  });

  it('names each row that it cannot take, and takes the others', async () => {
    const { points, problems } = await read(
      '月,値\n2026-01,100\n合計,5\n2026-02,-\n2026-01,101\n2026-03,0\n2026-04,104.5\n',
    );
    expect(points.map(({ period }) => period)).toEqual(['2026-01', '2026-04']);
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
    expect(problems[0]?.reason.ja).toContain('年月');
    expect(problems[2]?.reason.en).toContain('same month');
  });
});
