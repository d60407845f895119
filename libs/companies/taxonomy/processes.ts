import { assemblyProcesses } from './processes-assembly.js';
import { consumerProcesses } from './processes-consumer.js';
import { formingProcesses } from './processes-forming.js';
import { joiningSurfaceProcesses } from './processes-joining-surface.js';
import { machiningProcesses } from './processes-machining.js';
import { polymerProcesses } from './processes-polymers.js';
import { serviceProcesses } from './processes-services.js';
import type { TaxonomyEntry } from './taxonomy.types.js';

/** What a firm can do, in up to three levels. */
export const processes: TaxonomyEntry[] = [
  ...formingProcesses,
  ...machiningProcesses,
  ...joiningSurfaceProcesses,
  ...polymerProcesses,
  ...assemblyProcesses,
  ...consumerProcesses,
  ...serviceProcesses,
];
