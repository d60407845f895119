import { Badge, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Flag } from '#contracts/statutory.js';
import { shownLanguage } from '../../i18n';
import { formatDay } from '../../parts/format';
import { joinWords } from '../../parts/words';
import classes from './statutory.module.css';

/** Each hint in one sentence, with where it is written and what would cure it. */
export function StatutoryFlags({ flags }: { flags: readonly Flag[] }) {
  const { t } = useTranslation('statutory');
  return (
    <ul className={classes.flags}>
      {flags.map((flag) => {
        const values = {
          ...wordsOf(flag.values),
          terms: joinWords(flag.terms.map((term) => t(`term.${term}`))),
        };
        const act = t(`act.${flag.act}`);
        return (
          <li key={`${flag.act} ${flag.code} ${JSON.stringify(flag.values)}`} data-level={flag.level}>
            <Badge size="sm" variant="light" color={flag.level === 'warning' ? 'red' : 'gray'} tt="none">
              {t(`flags.level.${flag.level}`)}
            </Badge>
            <Text size="sm" fw={600}>
              {!flag.certain && t('flags.uncertain', { act })}
              {t(`flag.${flag.code}.text`, values)}
            </Text>
            <Text size="sm">{t('flags.cure', { text: t(`flag.${flag.code}.cure`, values) })}</Text>
            <Text size="xs" c="gray.7">
              {flag.source[shownLanguage()]}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}

/** Days as the reader writes them; numbers as they are. */
const wordsOf = (values: Flag['values']): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value,
    ]),
  );

/** Hints beside what they are about, with the reminder of what they are not. */
export function FlagsWithReminder({ flags }: { flags: readonly Flag[] }) {
  const { t } = useTranslation('statutory');
  if (flags.length === 0) return null;
  return (
    <Stack gap="xs" role="status" aria-label={t('flags.checking')}>
      <Text size="sm" fw={600}>
        {t('flags.title', { count: flags.length })}
      </Text>
      <StatutoryFlags flags={flags} />
      <Text size="xs" c="gray.7">
        {t('noAdvice')}
      </Text>
    </Stack>
  );
}
