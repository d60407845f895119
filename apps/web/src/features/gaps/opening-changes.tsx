import { Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { gapsApi, type OpeningChange } from '#contracts/gaps.js';
import { useMe } from '../../api/session';
import { useEndpoint } from '../../api/use-endpoint';
import { shownLanguage } from '../../i18n';
import { EmptyState } from '../../parts/empty-state';
import { formatYen } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { TextLink } from '../../parts/text-link';

/** What one addition would open, the most orders first. */
export function OpeningChanges() {
  const { t } = useTranslation('gaps');
  const { company } = useMe();
  const query = useEndpoint(gapsApi.changes, {});
  return (
    <Panel title={t('changes.title')} lead={t('changes.lead')}>
      <Loaded query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('changes.none')}
              text={t('changes.noneText')}
              action={
                company && (
                  <Button component={Link} to={`/companies/${company.id}/edit`} variant="default">
                    {t('changes.edit')}
                  </Button>
                )
              }
            />
          ) : (
            <RecordList>
              {items.map((change) => (
                <Change key={`${change.kind} ${change.words.ja}`} change={change} />
              ))}
            </RecordList>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Change({ change: { words, orders, count, budgetYen } }: { change: OpeningChange }) {
  const { t } = useTranslation('gaps');
  return (
    <RecordRow>
      <Stack gap={4}>
        <Text fw={650}>{words[shownLanguage()]}</Text>
        <Text>
          {t('changes.opens', { count })}
          {' / '}
          {budgetYen > 0 ? t('changes.budget', { amount: formatYen(budgetYen) }) : t('changes.noBudget')}
        </Text>
        <details>
          <summary>{t('changes.orders')}</summary>
          <ul>
            {orders.map(({ id, title, budgetYen: budget }) => (
              <li key={id}>
                <TextLink to="/orders/$id" params={{ id }}>
                  {title}
                </TextLink>
                {budget !== null && ` ${formatYen(budget)}`}
              </li>
            ))}
            {count > orders.length && <li>{t('changes.more', { n: count - orders.length })}</li>}
          </ul>
        </details>
      </Stack>
    </RecordRow>
  );
}
