import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { half, readCompanies, readQueries, sample } from './awards.js';

const folder = mkdtempSync(join(tmpdir(), 'awards-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, ...lines: string[]): string {
  writeFileSync(join(folder, name), lines.join('\n'));
  return join(folder, name);
}

describe('reading', () => {
  it('takes one company per line', async () => {
    const one = { corporateNumber: '1', name: '甲社', awards: ['庁舎の清掃'] };
    const read = await readCompanies(file('good.jsonl', JSON.stringify(one), '', JSON.stringify(one)));
    expect(read).toEqual([one, one]);
  });
  it('names the file that is not there', async () => {
    await expect(readQueries(join(folder, 'gone.jsonl'))).rejects.toThrow('There is no file');
  });
  it('names the line that is no query', async () => {
    await expect(readQueries(file('bad.jsonl', '', '{"text": 1}'))).rejects.toThrow('bad.jsonl line 2');
    await expect(readQueries(file('cut.jsonl', '{"text":'))).rejects.toThrow('cut.jsonl line 1');
  });
});

describe('sample', () => {
  const items = Array.from({ length: 100 }, (_, i) => i);
  it('draws the same ones for a seed, others for another, none twice', () => {
    expect(sample(items, 10, 1)).toEqual(sample(items, 10, 1));
    expect(sample(items, 10, 1)).not.toEqual(sample(items, 10, 2));
    expect(new Set(sample(items, 50, 1)).size).toBe(50);
  });
  it('draws all where there are no more', () => {
    expect(sample(items, 1000, 1).sort((a, b) => a - b)).toEqual(items);
  });
});

describe('half', () => {
  const query = (project: string) => ({ text: '', project, overview: '', winners: [], novel: true });
  const queries = Array.from({ length: 200 }, (_, i) => query(`事業 ${i % 100}`));
  it('puts each project into one of two halves of about the same size', () => {
    const first = half(queries, 1);
    const second = half(queries, 2);
    expect(first.length + second.length).toBe(200);
    expect(first.length).toBeGreaterThan(60);
    expect(second.length).toBeGreaterThan(60);
    const projects = new Set(first.map(({ project }) => project));
    expect(second.some(({ project }) => projects.has(project))).toBe(false);
  });
});
