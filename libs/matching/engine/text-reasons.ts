import type { Reason, RecordField } from './match.types.js';
import type { TextRecord } from './records.js';
import { both } from './rules/judged.js';
import { sharedWords } from './text/shared-words.js';

/** A record with at least this share of the score of one that says everything is called near. */
const NEAR = 0.3;
const SHOWN_CHARACTERS = 60;

const fields: Record<RecordField, { ja: string; en: string }> = {
  award: { ja: '過去の実績', en: 'Past award' },
  product: { ja: '製品', en: 'Product' },
  profile: { ja: '紹介文', en: 'Profile' },
  patent: { ja: '特許', en: 'Patent' },
  capability: { ja: '登録内容', en: 'Listed' },
};

/**
 * Why a record speaks for a firm; null where they share nothing that a person would see.
 * @param words those of the record
 * @param share the record's score as a share of that of a record that says all of the need's words
 */
export function textReason(
  wanted: string,
  record: TextRecord,
  words: readonly string[],
  share: number,
  rarity: (token: string) => number,
): Reason | null {
  const shared = sharedWords(wanted, words, rarity);
  if (shared.length === 0) return null;
  const field = fields[record.field];
  const shown = excerpt(record.text);
  const near = share >= NEAR;
  const ja = near ? 'が近い' : 'に同じ言葉がある';
  const en = near ? 'is near' : 'has words in common';
  const said = shared.map(asWritten);
  return {
    requirementId: null,
    level: 'text',
    kind: 'text',
    verdict: near ? 'met' : 'partly',
    words: both(
      `${field.ja}「${shown}」${ja}（共通：${said.join('、')}）`,
      `${field.en} “${shown}” ${en} (${said.join(', ')})`,
    ),
    question: null,
    change: null,
    record: { field: record.field, text: record.text, shared },
  };
}

/** Words are compared in small letters; a code is written in capitals: A5052. */
const asWritten = (word: string): string => (/^[a-z]{1,6}\d/.test(word) ? word.toUpperCase() : word);

/** The beginning, at most so many characters, on one line. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= SHOWN_CHARACTERS) return line;
  // A character takes two units at most: so many units hold one character more than are shown, or all.
  const characters = [...line.slice(0, 2 * SHOWN_CHARACTERS + 1)];
  if (characters.length <= SHOWN_CHARACTERS) return line;
  return `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}
