import type { Requirement } from '#contracts/orders.js';

export type RequirementKind = Requirement['kind'];

/** In the order in which they are offered: what to make, of what, how large and how precise, how many, by whom. */
export const requirementKinds: readonly RequirementKind[] = [
  'process',
  'material',
  'envelope',
  'mass',
  'tolerance',
  'lot',
  'quantity',
  'delivery',
  'certificate',
  'region',
  'theme',
];

/** What usually only ranks. */
const wants: readonly RequirementKind[] = ['lot', 'quantity', 'region', 'theme'];

const blanks: { [K in RequirementKind]?: object } = {
  process: { code: '' },
  material: { code: '' },
  theme: { code: '' },
  certificate: { certificate: '' },
  region: { prefectures: [] },
  delivery: { date: '' },
};

/** A requirement of this kind whose values are still to be entered; the schema refuses it until they are. */
export const blankRequirement = (kind: RequirementKind): Requirement =>
  ({
    id: crypto.randomUUID(),
    level: wants.includes(kind) ? 'want' : 'must',
    kind,
    ...blanks[kind],
  }) as Requirement;
