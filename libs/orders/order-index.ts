import type { OrderContent, Requirement } from '#contracts/orders.js';
import { findMaterial, findProcess } from '#companies/index.js';
import { AppError } from '#platform/http/index.js';
import { normalise } from '#platform/search/index.js';

type Coded = Extract<Requirement, { code: string }>;

const codes = (content: OrderContent, kind: Coded['kind']): string[] => [
  ...new Set(content.requirements.flatMap((r) => (r.kind === kind ? [r.code] : []))),
];

/** The columns that follow from an order's content: what it is found and filtered by. Refuses codes we do not know. */
export function indexed(content: OrderContent) {
  const processCodes = codes(content, 'process');
  const materialCodes = codes(content, 'material');
  const known = [...processCodes.map(findProcess), ...materialCodes.map(findMaterial)];
  refuseUnknown(content);
  const labels = known.flatMap((entry) => (entry ? [entry.ja, entry.en, ...entry.synonyms] : []));
  return {
    content,
    title: content.title,
    processCodes,
    materialCodes,
    themeCodes: codes(content, 'theme'),
    answerBy: content.answerBy,
    visibility: content.visibility,
    searchText: normalise([content.title, content.summary, ...labels].join(' ')),
  };
}

function refuseUnknown(content: OrderContent): void {
  content.requirements.forEach((requirement, i) => {
    const unknown =
      (requirement.kind === 'process' && !findProcess(requirement.code)) ||
      (requirement.kind === 'material' && !findMaterial(requirement.code));
    if (unknown)
      throw new AppError('request/invalid', {}, { [`requirements.${i}.code`]: 'request/not-found' });
  });
}
