import { z } from 'zod';
import { id, instant } from './shapes.js';

/**
 * Columns that an import can fill; `corporateNumber` and `name` are needed. Lists are separated by `;`, lists of names
 * (processes, materials, certificates, themes) by `、` too.
 */
export const importColumns = [
  'corporateNumber',
  'name',
  'nameKana',
  'nameEn',
  'industry',
  'prefecture',
  'municipality',
  'address',
  'staff',
  'capitalYen',
  'founded',
  'website',
  'phone',
  'contactName',
  'summary',
  'description',
  'processes',
  'materials',
  'certificates',
  'themes',
  'products',
  'awards',
  'equipment',
  'isOrderer',
  'isSupplier',
] as const;
export const importColumn = z.enum(importColumns);
export type ImportColumn = z.infer<typeof importColumn>;
/** Import column → heading in the file. */
export const importMapping = z.partialRecord(importColumn, z.string());
export type ImportMapping = z.infer<typeof importMapping>;

export const importState = z.enum(['uploaded', 'running', 'finished', 'failed']);
export const companyImport = z.object({
  id,
  state: importState,
  fileName: z.string(),
  format: z.enum(['csv', 'xlsx', 'jsonl']),
  encoding: z.string(),
  headings: z.array(z.string()),
  sample: z.array(z.record(z.string(), z.string())),
  mapping: importMapping,
  dryRun: z.boolean(),
  /** Rows read so far; `total` is an estimate until the run has finished. */
  done: z.int(),
  total: z.int().nullable(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  /** The first bad rows; the whole list is the file of `importErrors`. */
  problems: z.array(
    z.object({ line: z.int(), field: z.string(), reasonJa: z.string(), reasonEn: z.string() }),
  ),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type CompanyImport = z.infer<typeof companyImport>;
