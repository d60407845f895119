import type { Reason } from '#contracts/matching.js';

/** In place of what would tell who it is. */
const MASK = '〇〇';
/** A single character would be found in any text. */
const SHORTEST = 2;
/** What people put between the parts of a name or the digits of a number. */
const BETWEEN = String.raw`[\s\-().]*`;

const japaneseForms = '株式会社|有限会社|合同会社|合資会社|合名会社|\\(株\\)|\\(有\\)|\\(同\\)';
const englishForms = 'co\\.?,?\\s*ltd\\.?|inc\\.?|corp(?:oration)?\\.?|k\\.?\\s?k\\.?|llc';
const legalForm = new RegExp(
  `^(?:${japaneseForms})\\s*|\\s*(?:${japaneseForms})$|[\\s,]+(?:${englishForms})$`,
  'gi',
);

/** SQL: what tells which company a row of `company` (by its alias) is, as `masker` takes it. */
export const identityOf = (alias: string): string =>
  `array[${['name', 'name_kana', 'name_en', 'corporate_number', 'address', 'phone', 'contact_name', 'website']
    .map((column) => `${alias}.${column}`)
    .join(', ')}]`;

/**
 * Takes out of a text what tells which company it is about. `identity`: its names, numbers, people, addresses, empty
 * ones allowed; names are found with and without their legal form, in either width. A name that an excerpt cuts off
 * ("架空製…") is found too.
 */
export function masker(identity: readonly string[]): (text: string) => string {
  const terms = identity
    .map((term) => term.normalize('NFKC').trim())
    .flatMap((term) => [term, term.replace(legalForm, '')])
    .filter((term) => [...term].length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  if (terms.length === 0) return (text) => text;
  const pattern = new RegExp([...terms.map(whole), ...terms.map(cutOff)].join('|'), 'gi');
  return (text) => {
    const normal = normalised(text);
    const masked = normal.replace(pattern, (found) => (found.endsWith('…') ? `${MASK}…` : MASK));
    return masked === normal ? text : masked;
  };
}

/** Reasons for those who may not know yet which company they speak of: they may quote what it wrote of itself. */
export function maskedReasons(reasons: readonly Reason[], identity: readonly string[]): Reason[] {
  const mask = masker(identity);
  const both = <T extends { ja: string; en: string } | null>(words: T): T =>
    words && { ...words, ja: mask(words.ja), en: mask(words.en) };
  return reasons.map((reason) => ({
    ...reason,
    words: both(reason.words),
    question: both(reason.question),
    change: both(reason.change),
  }));
}

/** NFKC, but for the mark of an excerpt's end, which would become three dots. */
const normalised = (text: string): string =>
  text
    .split('…')
    .map((part) => part.normalize('NFKC'))
    .join('…');

const characters = (term: string): string[] =>
  [...term.replace(/[\s\-()]/g, '')].map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));

const whole = (term: string): string => characters(term).join(BETWEEN);

function cutOff(term: string): string {
  const [first = '', second = '', ...rest] = characters(term);
  const more = rest.reduceRight((tail, one) => `(?:${BETWEEN}${one}${tail})?`, '');
  return `${first}${BETWEEN}${second}${more}…`;
}
