import i18next from 'i18next';
import type { z } from 'zod';

/** A rule's sentence in the reader's language, in words of the form rather than of the type. Needs `reportInput`. */
export function sentenceOf(issue: z.core.$ZodIssue): string {
  const t = i18next.getFixedT(null, 'forms');
  if (issue.input === '' || issue.input === null || issue.input === undefined) return t('required');
  const own = `rule.${issue.message}`;
  if (i18next.exists(own, { ns: 'forms' })) return t(own as 'rule.corporate-number');
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_type':
      return t('required');
    case 'invalid_format':
      return issue.format === 'email' ? t('email') : issue.format === 'url' ? t('url') : t('format');
    case 'invalid_value':
      return t('choose');
    default:
      return t('format');
  }
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  const t = i18next.getFixedT(null, 'forms');
  const n = minimum.toLocaleString('ja-JP');
  if (origin === 'string') return Number(minimum) <= 1 ? t('required') : t('tooShort', { n });
  if (origin === 'array') return t('tooFew', { n });
  return t(inclusive ? 'atLeast' : 'moreThan', { n });
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): string {
  const t = i18next.getFixedT(null, 'forms');
  const n = maximum.toLocaleString('ja-JP');
  if (origin === 'string') return t('tooLong', { n });
  return t(origin === 'array' ? 'tooMany' : 'atMost', { n });
}

/** Path of a field (`processes.0.maxX`) → the first thing wrong with it. */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.map(String).join('.')] ??= sentenceOf(issue);
  return fields;
}
