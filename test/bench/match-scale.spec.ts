import { describe, expect, it } from '@jest/globals';
import { taxonomyData } from '#matching/taxonomy-data.js';
import { run } from './match-scale.js';
import { Firms } from './scale/firms.js';
import { ordersOf } from './scale/orders.js';
import { questionOf } from './scale/sql-question.js';

describe('generated companies', () => {
  const firms = new Firms(1);
  const many = Array.from({ length: 2000 }, (_, i) => firms.at(i));
  const tags = (i: number) => {
    const { processes, materials, certificates, themes } = many[i]!;
    return processes.length + materials.length + certificates.length + themes.length;
  };

  it('are the same for a seed, whatever was drawn before', () => {
    expect(new Firms(1).at(1234)).toEqual(many[1234]);
    expect(new Firms(2).at(1234)).not.toEqual(many[1234]);
  });
  it('have 30 tags of the real lists each, but for those that are new', () => {
    const counts = many.map((_, i) => tags(i));
    const withAll = counts.filter((count) => count === 30).length;
    const new_ = counts.filter((count) => count === 0).length;
    expect(withAll + new_).toBe(2000);
    expect(new_).toBeGreaterThan(30);
    const codes = many.flatMap(({ processes }) => processes.map(({ code }) => code));
    expect(codes.filter((code) => !(code in taxonomyData.labels.process))).toEqual([]);
  });
  it('are skewed: few tags are everywhere, many are rare', () => {
    const times = new Map<string, number>();
    for (const code of many.flatMap(({ materials }) => materials))
      times.set(code, (times.get(code) ?? 0) + 1);
    const sorted = [...times.values()].sort((a, b) => b - a);
    expect(sorted[0]).toBeGreaterThan(1500);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(300);
  });
  it('have later states with the same id and the same tags', () => {
    const [now, later] = [firms.at(7), firms.at(7, 3)];
    expect(later).not.toEqual(now);
    expect([later.id, later.materials, later.texts]).toEqual([now.id, now.materials, now.texts]);
  });
});

it('asks for each order in SQL without leaving a requirement out', () => {
  const orders = ordersOf(new Firms(1), 50, 1);
  expect(new Set(orders.flatMap(({ requirements }) => requirements.map(({ kind }) => kind))).size).toBe(11);
  for (const order of orders) {
    const last = order.requirements.length - 1;
    expect(questionOf(order)).toContain(` v${last} `);
    expect(questionOf(order)).not.toContain('undefined');
  }
});

it('says what is wrong with its options', async () => {
  await expect(run([])).rejects.toThrow('--companies is needed');
  await expect(run(['--companies', '0'])).rejects.toThrow('--companies is a whole number from 1 on');
  await expect(run(['--companies', '10', '--queries', 'x'])).rejects.toThrow('--queries is a whole number');
});
