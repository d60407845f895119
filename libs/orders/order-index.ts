import type { OrderContent, Requirement } from '#contracts/orders.js';
import { certificateKinds, findMaterial, findPrefecture, findProcess, themes } from '#companies/index.js';
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
  refuseUnknown(content);
  return {
    content,
    title: content.title,
    processCodes,
    materialCodes,
    themeCodes: codes(content, 'theme'),
    answerBy: content.answerBy,
    visibility: content.visibility,
    searchText: searchText(content),
  };
}

/** Two lines, the title first: a hit in it is nearer (order-search.ts). */
export function searchText(content: OrderContent): string {
  const known = [
    ...codes(content, 'process').map(findProcess),
    ...codes(content, 'material').map(findMaterial),
  ];
  const labels = known.flatMap((entry) => (entry ? [entry.ja, entry.en, ...entry.synonyms] : []));
  return [content.title, [content.summary, ...labels].join(' ')].map(normalise).join('\n');
}

const isIn = (list: readonly { code: string }[], code: string): boolean =>
  list.some((entry) => entry.code === code);

/** The field of a requirement that names what is in no controlled list; null where all is known. */
function unknownField(requirement: Requirement): string | null {
  switch (requirement.kind) {
    case 'process':
      return findProcess(requirement.code) ? null : 'code';
    case 'material':
      return findMaterial(requirement.code) ? null : 'code';
    case 'theme':
      return isIn(themes, requirement.code) ? null : 'code';
    case 'certificate':
      return isIn(certificateKinds, requirement.certificate) ? null : 'certificate';
    case 'region':
      return requirement.prefectures.every(findPrefecture) ? null : 'prefectures';
    default:
      return null;
  }
}

function refuseUnknown(content: OrderContent): void {
  const unknown = content.requirements.flatMap((requirement, i): [string, string][] => {
    const field = unknownField(requirement);
    return field ? [[`requirements.${i}.${field}`, 'request/not-found']] : [];
  });
  if (unknown.length > 0) throw new AppError('request/invalid', {}, Object.fromEntries(unknown));
}
