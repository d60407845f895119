import type { INestApplicationContext } from '@nestjs/common';
import { PriceRoundsService, RoomStatutoryService } from '#negotiations/index.js';
import type { Actor } from '#platform/auth/index.js';

/** Fictional monthly figures: a year of a steel index and of a price of electricity, with a row that is no month. */
const steel = [
  '年月,指数',
  ...[112, 112.6, 113.9, 115.2, 117.1, 118.8, 120.3, 122.9, 124.4, 126, 127.5, 128.4, 129.1].map(
    (value, i) => `${i < 9 ? 2025 : 2026}年${((i + 3) % 12) + 1}月,${value}`,
  ),
  '平均,120.4',
].join('\n');

interface Sides {
  readonly supplier: Actor;
  readonly orderer: Actor;
}

/** A request that waits for its answer, with the index that it stands on. */
export async function seedPriceTalks(
  app: INestApplicationContext,
  room: string,
  { supplier, orderer }: Sides,
): Promise<void> {
  const prices = app.get(PriceRoundsService, { strict: false });
  await app.get(RoomStatutoryService, { strict: false }).setWork(orderer, room, 0, 'manufacture');
  const index = await prices.attachIndex(supplier, room, {
    ...{ fileName: '鋼材指数.csv', bytes: Buffer.from(steel) },
    body: { name: '鋼材価格指数（見本）', source: '架空の統計' },
  });
  const part = { indexId: null, basePeriod: '', period: '', baseValue: '', value: '' };
  const rest = { unit: '個', rounding: 'half-up', digits: 0, effectiveOn: '2027-04-01' } as const;
  const byIndex = { indexId: index, basePeriod: '2025-04', period: '2026-04' };
  await prices.ask(supplier, room, {
    ...rest,
    ...{ item: '流路ブロック SUS316L 5軸加工', currentPrice: '38000', requestedPrice: '' },
    parts: [
      { ...part, ...byIndex, kind: 'material', label: 'SUS316L丸棒', sharePercent: '35' },
      {
        ...part,
        kind: 'energy',
        label: '電力（円/kWh）',
        sharePercent: '8',
        baseValue: '24.5',
        value: '27.1',
      },
      {
        ...part,
        kind: 'labour',
        label: '最低賃金（円/時）',
        sharePercent: '40',
        baseValue: '1162',
        value: '1225',
      },
    ],
    reason:
      '材料・電力・人件費の上昇分を、指標の動きに合わせてお願いします。加工時間の短縮で吸収できない分です。',
  });
}
