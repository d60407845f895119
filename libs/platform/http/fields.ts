import { z } from 'zod';
import type { Language } from '#contracts/shapes.js';
import { AppError } from './app-error.js';

const locales = { ja: z.locales.ja().localeError, en: z.locales.en().localeError };

/** Sentences for rules that zod's own words do not explain. The key is the `error` text of the schema. */
const ownRules: Record<string, Record<Language, string>> = {
  'corporate-number': {
    ja: '法人番号が正しくありません（13桁、検査数字を含む）。',
    en: 'This is not a valid corporate number (13 digits with a check digit).',
  },
};

/**
 * Parses with a contract's schema; refuses with `request/invalid` and a sentence per wrong field, in the reader's
 * language.
 */
export function parseFields<S extends z.ZodType>(
  schema: S | undefined,
  value: unknown,
  language: Language,
): z.output<S> | undefined {
  if (!schema) return undefined;
  const result = schema.safeParse(value, { error: locales[language] });
  if (result.success) return result.data;
  throw new AppError('request/invalid', {}, fieldsOf(result.error, language));
}

/** Whether a text in it has a NUL: PostgreSQL's text cannot hold it, and nobody types it. */
export const holdsNul = (value: unknown): boolean => JSON.stringify(value)?.includes('\\u0000') ?? false;

/** Path → sentence, the first problem of each field. */
export function fieldsOf(error: z.ZodError, language: Language): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.');
    fields[path] ??= ownRules[issue.message]?.[language] ?? issue.message;
  }
  return fields;
}
