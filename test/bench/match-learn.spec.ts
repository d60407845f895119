import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SecondStage } from '#matching/engine/text/second-stage.js';
import { run } from './match-learn.js';

const folder = mkdtempSync(join(tmpdir(), 'match-learn-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kinds = ['清掃', '印刷', '警備', '測量', '翻訳', '造園'];
const places = ['札幌', '仙台', '千葉', '金沢', '広島', '高松', '福岡', '那覇'];

function jsonLines(name: string, rows: readonly object[]): string {
  const file = join(folder, name);
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return file;
}

/** One company per kind and place, and a contract for each. */
const companies = jsonLines(
  'companies.jsonl',
  kinds.flatMap((kind) =>
    places.map((place) => ({
      corporateNumber: `${kind}${place}`,
      name: '',
      awards: [`${place}庁舎の${kind}`, `${place}倉庫の${kind}業務`],
    })),
  ),
);
const queries = jsonLines(
  'queries.jsonl',
  kinds.flatMap((kind) =>
    places.map((place) => ({
      text: `${place}合同庁舎${kind}一式`,
      project: `${place}の${kind}事業`,
      overview: '',
      winners: [`${kind}${place}`],
      novel: true,
    })),
  ),
);

async function learned(out: string, ...more: string[]): Promise<string> {
  const file = join(folder, out);
  await run(['--companies', companies, '--queries', queries, '--out', file, ...more]);
  return readFileSync(file, 'utf8');
}

describe('match-learn', () => {
  it('writes the same file from the same data, and none of its words', async () => {
    const first = await learned('first.ts');
    expect(await learned('again.ts')).toBe(first);
    expect(first).not.toContain('--half');
    expect(await learned('half.ts', '--half', '1')).toContain('--half 1');
    for (const word of [...kinds, ...places]) expect(first).not.toContain(word);
  });
  it('writes what the engine reads', async () => {
    const json = (await learned('read.ts'))
      .replace(/^[\s\S]*?learnedRanking = /, '')
      .replace(/;\s*$/, '')
      .replaceAll("'", '"')
      .replace(/^(\s*)(\w+):/gm, '$1"$2":')
      .replace(/,(\s*[\]}])/g, '$1');
    const stage = new SecondStage(JSON.parse(json) as ConstructorParameters<typeof SecondStage>[0]);
    expect(stage.factor(new Float64Array(64))).toBeGreaterThan(0);
  });
  it('says what is wrong with its options', async () => {
    await expect(run([])).rejects.toThrow('--companies and --queries are needed');
    await expect(run(['--companies', 'a', '--queries', 'b', '--half', '3'])).rejects.toThrow('--half is 1');
  });
});
