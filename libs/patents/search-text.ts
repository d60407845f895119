import type { PatentContent } from '#contracts/patents.js';
import { normalise } from '#platform/search/index.js';

/** Two lines, the title first: a hit in it is nearer. */
export function searchText(content: PatentContent): string {
  const { title, summary, purpose, effect, applicableProducts, technicalFields, functions, ipc } = content;
  const rest = [summary, purpose, effect, applicableProducts, ...technicalFields, ...functions, ipc];
  // Whoever finds it by its number knows whose it is.
  const numbers = content.visibility === 'open' ? [content.number, content.registrationNumber] : [];
  return [title, [...numbers, ...rest].join(' ')].map(normalise).join('\n');
}
