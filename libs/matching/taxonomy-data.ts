import { certificateKinds, materials, prefectures, processes, themes } from '#companies/index.js';
import type { BothLanguages } from '#contracts/shapes.js';
import type { Taxonomy } from './engine/index.js';

type Named = { code: string; ja: string; en: string };

const labels = (list: readonly Named[]): Record<string, BothLanguages> =>
  Object.fromEntries(list.map(({ code, ja, en }) => [code, { ja, en }]));
const parents = (list: readonly { code: string; parent: string | null }[]): Record<string, string | null> =>
  Object.fromEntries(list.map(({ code, parent }) => [code, parent]));

/** The controlled lists as the engine takes them. */
export const taxonomyData: Taxonomy = {
  processParents: parents(processes),
  materialParents: parents(materials),
  labels: {
    process: labels(processes),
    material: labels(materials),
    certificate: labels(certificateKinds),
    theme: labels(themes),
    prefecture: labels(prefectures),
  },
};
