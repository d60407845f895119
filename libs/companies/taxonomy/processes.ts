import { formingProcesses } from './processes-forming.js';
import { joiningSurfaceProcesses } from './processes-joining-surface.js';
import { machiningProcesses } from './processes-machining.js';
import { polymerProcesses } from './processes-polymers.js';
import type { TaxonomyEntry } from './taxonomy.types.js';

/** What a firm can do, in up to three levels. */
export const processes: TaxonomyEntry[] = [
  ...formingProcesses,
  ...machiningProcesses,
  ...joiningSurfaceProcesses,
  ...polymerProcesses,
];
