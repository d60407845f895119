import type { TradeTerm } from '#contracts/trade-terms.js';
import { folded, type Glossary } from './glossary';

export type TextPart =
  { kind: 'text' | 'address' | 'mention'; text: string } | { kind: 'term'; text: string; term: TradeTerm };

const address = /(https?:\/\/[^\s<>"'「」『』（）、。]+)/;

/** A person who can be addressed by name. */
export interface Named {
  userId: string;
  name: string;
}

/** Who is addressed at a place of a text, by the longest name that fits. */
function addressedAt<P extends Named>(text: string, place: number, people: readonly P[]): P | null {
  if (text[place] !== '@' && text[place] !== '＠') return null;
  const fitting = people.filter(({ name }) => name !== '' && text.startsWith(name, place + 1));
  return fitting.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}

/** Ids of those whom a text addresses by `@` and their name; of two of the same name both. */
export function mentionsIn(text: string, people: readonly Named[]): string[] {
  const names = new Set<string>();
  for (let place = 0; place < text.length; place++) {
    const person = addressedAt(text, place, people);
    if (person) names.add(person.name);
  }
  return people.filter(({ name }) => names.has(name)).map(({ userId }) => userId);
}

/** A text in parts: web addresses, people addressed by name, words of the trade, and what is between. */
export function textParts(text: string, mentioned: readonly Named[], glossary: Glossary | null): TextPart[] {
  // With a group in the pattern, every second piece is an address.
  return text.split(address).flatMap((piece, i) => {
    if (piece === '') return [];
    return i % 2 === 1 ? [{ kind: 'address' as const, text: piece }] : partsOf(piece, mentioned, glossary);
  });
}

function partsOf(text: string, mentioned: readonly Named[], glossary: Glossary | null): TextPart[] {
  const parts: TextPart[] = [];
  const compared = folded(text);
  let plain = 0;
  const add = (part: TextPart, at: number) => {
    if (at > plain) parts.push({ kind: 'text', text: text.slice(plain, at) });
    parts.push(part);
    plain = at + part.text.length;
  };
  for (let place = 0; place < text.length; place = Math.max(place + 1, plain)) {
    const person = addressedAt(text, place, mentioned);
    if (person) {
      add({ kind: 'mention', text: text.slice(place, place + 1 + person.name.length) }, place);
      continue;
    }
    const found = glossary?.at(compared, place);
    if (found) add({ kind: 'term', text: text.slice(place, place + found.length), term: found.term }, place);
  }
  if (plain < text.length) parts.push({ kind: 'text', text: text.slice(plain) });
  return parts;
}

/** Whether a text reads as Japanese: it has kana or kanji. What the sender then says stands. */
export const looksJapanese = (text: string): boolean => /[぀-ヿ㐀-鿿]/.test(text);
