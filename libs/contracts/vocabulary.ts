import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { byId, flag, id, instant, line, listOf, optionalLine, pageOf, pageQuery } from './shapes.js';

/** What an entry is about: how something is made, of what, what it is, food, what an invention does, business. */
export const vocabularyKinds = ['process', 'material', 'product', 'food', 'effect', 'trade'] as const;
export const vocabularyKind = z.enum(vocabularyKinds);
export type VocabularyKind = z.infer<typeof vocabularyKind>;

/** Words that mean the same to those who use them. */
const words = z.array(line(80)).max(30).default([]);

/**
 * `both`: trade words are also understood as the patent words and codes, and patent words as the trade words and
 * codes; `to-patent`: the former only, `to-trade`: the latter only. Words of one side are always understood as each
 * other.
 */
export const vocabularyDirection = z.enum(['both', 'to-patent', 'to-trade']);

export const vocabularyContent = z.object({
  kind: vocabularyKind,
  tradeJa: words,
  tradeEn: words,
  patentJa: words,
  patentEn: words,
  /** Codes of processes and materials. */
  codes: z.array(line(80)).max(20).default([]),
  direction: vocabularyDirection.default('both'),
  /** How much a word counts that was not said but understood, beside one that was said: 0.1 to 1. */
  weight: z.number().min(0.1).max(1).default(0.7),
  note: optionalLine(300),
});
export type VocabularyContent = z.infer<typeof vocabularyContent>;

export const vocabularyState = z.enum(['on', 'off']);
/** `shipped`: as it came; `edited`: shipped and changed here; `own`: added here. */
export const vocabularySource = z.enum(['shipped', 'edited', 'own']);

export const vocabularyEntry = z.object({
  id,
  state: vocabularyState,
  source: vocabularySource,
  content: vocabularyContent,
  /** What was shipped, where it was changed here. */
  shipped: vocabularyContent.nullable(),
  updatedAt: instant.nullable(),
  /** Name of who changed it last. */
  updatedBy: z.string().nullable(),
  version: z.int(),
  can: z.object({ edit: z.boolean(), restore: z.boolean() }),
});
export type VocabularyEntry = z.infer<typeof vocabularyEntry>;

export const vocabularyQuery = pageQuery.extend({
  q: optionalLine(200),
  kind: listOf(vocabularyKind),
  state: vocabularyState.optional(),
  source: vocabularySource.optional(),
});
export type VocabularyQuery = z.infer<typeof vocabularyQuery>;

export const vocabularyAction = z.enum([
  'added',
  'changed',
  'switched-off',
  'switched-on',
  'restored',
  'imported',
]);

export const vocabularyChange = z.object({
  id,
  at: instant,
  /** Name of who did it. */
  by: z.string(),
  action: vocabularyAction,
  before: vocabularyContent.nullable(),
  after: vocabularyContent.nullable(),
});
export type VocabularyChange = z.infer<typeof vocabularyChange>;

const understoodTerm = z.object({ text: z.string(), weight: z.number() });
const understoodCode = z.object({
  kind: z.enum(['process', 'material']),
  code: z.string(),
  weight: z.number(),
});

/** What a word of a query is understood as, and by which entries. */
export const understood = z.object({
  said: z.string(),
  entryIds: z.array(id),
  terms: z.array(understoodTerm),
  codes: z.array(understoodCode),
});
export type UnderstoodWord = z.infer<typeof understood>;

/** What came, or in a dry run would come, of an imported file. */
export const vocabularyImport = z.object({
  dryRun: z.boolean(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  /** The first hundred rows that cannot be taken. */
  problems: z.array(z.object({ line: z.int(), reasonJa: z.string(), reasonEn: z.string() })),
});
export type VocabularyImport = z.infer<typeof vocabularyImport>;

const filters = vocabularyQuery.omit({ cursor: true, limit: true });

export const vocabularyApi = {
  list: endpoint({
    method: 'GET',
    path: '/vocabulary/entries',
    access: 'vocabulary:read',
    summary: 'Entries of the thesaurus, shipped ones overlaid by what was edited here',
    query: vocabularyQuery,
    response: pageOf(vocabularyEntry).extend({
      facets: z.object({ kind: z.array(z.object({ value: vocabularyKind, count: z.int() })) }),
      can: z.object({ add: z.boolean() }),
    }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/vocabulary/entries',
    access: 'vocabulary:edit',
    creates: true,
    summary: 'Adds an entry',
    body: vocabularyContent,
    response: vocabularyEntry,
  }),
  get: endpoint({
    method: 'GET',
    path: '/vocabulary/entries/:id',
    access: 'vocabulary:read',
    versioned: 'read',
    summary: 'One entry',
    params: byId,
    response: vocabularyEntry,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/vocabulary/entries/:id',
    access: 'vocabulary:edit',
    versioned: 'write',
    summary: 'Replaces the words of an entry; a shipped one is overlaid',
    params: byId,
    body: vocabularyContent,
    response: vocabularyEntry,
  }),
  switchOff: endpoint({
    method: 'POST',
    path: '/vocabulary/entries/:id/off',
    access: 'vocabulary:edit',
    versioned: 'write',
    summary: 'Takes an entry out of use; it stays to be seen',
    params: byId,
    response: vocabularyEntry,
  }),
  switchOn: endpoint({
    method: 'POST',
    path: '/vocabulary/entries/:id/on',
    access: 'vocabulary:edit',
    versioned: 'write',
    summary: 'Takes an entry into use again',
    params: byId,
    response: vocabularyEntry,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/vocabulary/entries/:id/restore',
    access: 'vocabulary:edit',
    versioned: 'write',
    summary: 'Makes an edited entry what was shipped',
    params: byId,
    response: vocabularyEntry,
  }),
  history: endpoint({
    method: 'GET',
    path: '/vocabulary/entries/:id/changes',
    access: 'vocabulary:read',
    summary: 'Who changed an entry, when and how, latest first',
    params: byId,
    query: pageQuery,
    response: pageOf(vocabularyChange),
  }),
  understand: endpoint({
    method: 'GET',
    path: '/vocabulary/understand',
    access: 'vocabulary:read',
    summary: 'What the words of a query are understood as',
    query: z.object({ q: optionalLine(500) }),
    response: z.object({ items: z.array(understood) }),
  }),
  export: endpoint({
    method: 'GET',
    path: '/vocabulary/export',
    access: 'vocabulary:read',
    summary: 'The entries that are found as a file, in the columns of the import',
    query: filters.extend({ format: z.enum(['csv', 'csv-sjis', 'xlsx']) }),
    response: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  }),
  import: endpoint({
    method: 'POST',
    path: '/vocabulary/import',
    access: 'vocabulary:edit',
    upload: true,
    summary: 'Adds and changes entries from a file; rows that cannot be taken are told and left out',
    body: z.object({ dryRun: flag.default(false) }),
    response: vocabularyImport,
  }),
};
