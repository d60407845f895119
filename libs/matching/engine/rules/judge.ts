import type { Requirement } from '../match.types.js';
import { delivery } from './delivery.js';
import { certificate, region } from './firm.js';
import type { Asked, Judge, Rule } from './judged.js';
import { envelope, lot, mass, quantity, tolerance } from './measures.js';
import { material, process, theme } from './terms.js';

const rules: { [Kind in Requirement['kind']]: Rule<Kind> } = {
  process,
  material,
  envelope,
  mass,
  tolerance,
  lot,
  quantity,
  certificate,
  region,
  delivery,
  theme,
};

/** Makes the judge of a requirement. What a firm has not told is unknown, never missed. */
export function judgeOf(requirement: Requirement, asked: Asked): Judge {
  const rule = rules[requirement.kind] as (requirement: Requirement, asked: Asked) => Judge;
  return rule(requirement, asked);
}
