import type { SearchHit } from '#contracts/search.js';
import type { Language } from '#contracts/shapes.js';

type Texts = SearchHit['highlights'][number]['texts'];

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Of names that match those in the reader's script; all where there is none. One text stays, whatever its script. */
export function namesFor(texts: Texts, language: Language): Texts {
  const own = texts.filter((parts) => parts.some(({ text }) => JAPANESE.test(text)) === (language === 'ja'));
  return own.length > 0 ? own : texts;
}
