import type { INestApplicationContext } from '@nestjs/common';
import { vocabularyContent } from '#contracts/vocabulary.js';
import { shippedEntries, VocabularyService } from '#vocabulary/index.js';
import type { Demo } from './seed.js';

/** What the support body has added to the vocabulary and changed in it. */
export async function seedVocabulary(app: INestApplicationContext, demo: Demo): Promise<void> {
  const vocabulary = app.get(VocabularyService, { strict: false });
  const { secretary } = demo.staff;
  await vocabulary.create(
    secretary,
    vocabularyContent.parse({
      kind: 'process',
      tradeJa: ['ヒキモノ', '挽物加工'],
      patentJa: ['旋削部品の製造'],
      tradeEn: ['screw machine products'],
      codes: ['turning', 'automatic-lathe'],
      note: '県内の工場での呼び方',
    }),
  );
  const [id, content] = idOf('クレーム');
  if (content) {
    await vocabulary.update(secretary, id, 0, { ...content, patentJa: ['品質不具合'], note: '品質相談から' });
    await vocabulary.switch(secretary, id, 1, 'off');
  }
}

const idOf = (word: string) =>
  [...shippedEntries].find(([, { tradeJa }]) => tradeJa[0] === word) ?? (['', null] as const);
