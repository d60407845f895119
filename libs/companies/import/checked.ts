import { z } from 'zod';
import type { Language } from '#contracts/shapes.js';
import { fieldsOf } from '#platform/http/index.js';
import { read, refuse, type Reading } from './import-problems.js';

const locales = { ja: z.locales.ja().localeError, en: z.locales.en().localeError };

/** The value as a contract's schema takes it, or its first problem in both languages. */
export function checked<S extends z.ZodType>(schema: S, value: unknown): Reading<z.output<S>> {
  const result = schema.safeParse(value);
  if (result.success) return read(result.data);
  const sentence = (language: Language): string => {
    const { error } = schema.safeParse(value, { error: locales[language] });
    return Object.values(error ? fieldsOf(error, language) : {})[0] ?? '';
  };
  return refuse({ ja: sentence('ja'), en: sentence('en') });
}
