import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { companyState } from '#contracts/companies.js';
import { ChangedLines } from '../../parts/changed-lines';
import { useStateText } from '../../parts/state-badge';
import type { Change } from './company-history-screen';
import { useProfileWords } from './profile-words';
import classes from './history.module.css';

/** One field before and after, in words: what came to and went from a list, both values of anything else. */
export function ChangedField({ change }: { change: Change }) {
  const { label, lines } = useProfileWords();
  const stateWords = useCompanyStateWords();
  const words = (value: unknown) =>
    change.field === 'state' ? stateWords(value) : lines(change.field, value);
  const isList = Array.isArray(change.before) || Array.isArray(change.after);
  return (
    <section>
      <Title order={3} mb={4}>
        {label(change.field)}
      </Title>
      {isList ? (
        <ChangedLines before={words(change.before)} after={words(change.after)} />
      ) : (
        <div className={classes.sides}>
          <Side kind="before" text={words(change.before).join('\n')} />
          <Side kind="after" text={words(change.after).join('\n')} />
        </div>
      )}
    </section>
  );
}

function Side({ kind, text }: { kind: 'before' | 'after'; text: string }) {
  const { t } = useTranslation('companies');
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t(`history.${kind}`)}
      </Text>
      <div className={classes.text}>
        {text || (
          <Text span size="sm" c="dimmed">
            {t('history.empty')}
          </Text>
        )}
      </div>
    </div>
  );
}

/** `approved`, or `rejected: why`. */
function useCompanyStateWords(): (value: unknown) => string[] {
  const { t } = useTranslation('companies');
  const stateText = useStateText();
  return (value) => {
    const [, name = '', reason = ''] =
      /^(\w+)(?:: (.*))?$/s.exec(typeof value === 'string' ? value : '') ?? [];
    const state = companyState.safeParse(name);
    if (!state.success) return [];
    const words = stateText('company', state.data);
    return [reason ? t('history.stateWords', { state: words, reason }) : words];
  };
}
