import type { Language } from '#contracts/shapes.js';
import { functionNames, technicalFieldNames } from '#contracts/technical-words.js';

const english = new Map<string, string>(Object.entries({ ...technicalFieldNames, ...functionNames }));
const japanese = new Map([...english].map(([ja, en]) => [en, ja]));

/** Words that are offered for choosing, as they are stored. */
export const offeredWords = {
  technicalFields: Object.keys(technicalFieldNames),
  functions: Object.keys(functionNames),
} as const;

/** A stored field or function as the reader's language has it; words of the holder's own stay as they are. */
export const shownWord = (stored: string, language: Language): string =>
  language === 'en' ? (english.get(stored) ?? stored) : stored;

/** What was chosen in either language, as it is stored: the two languages share their facets. */
export const storedWord = (shown: string): string => japanese.get(shown) ?? shown;
