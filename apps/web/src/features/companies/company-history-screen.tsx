import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { companiesApi, type companyChange } from '#contracts/companies.js';
import { useEndpoint, usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { formatDateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { ChangedField } from './changed-field';

export type Change = z.output<typeof companyChange>;

/** What one person changed at one moment. */
interface Occasion {
  at: string;
  by: string;
  changes: Change[];
}

function occasionsOf(changes: readonly Change[]): Occasion[] {
  const occasions: Occasion[] = [];
  for (const change of changes) {
    const last = occasions.at(-1);
    if (last?.at === change.at && last.by === change.by) last.changes.push(change);
    else occasions.push({ at: change.at, by: change.by, changes: [change] });
  }
  return occasions;
}

export default function CompanyHistoryScreen() {
  const { t } = useTranslation('companies');
  const { id } = useParams({ from: '/companies/$id/history' });
  const company = useEndpoint(companiesApi.get, { params: { id } });
  const pages = usePages(companiesApi.changes, { params: { id } });
  return (
    <Loaded query={company}>
      {({ profile }) => (
        <>
          <PageHeader
            title={t('history.title', { name: profile.name })}
            lead={t('history.lead')}
            back={{ to: `/companies/${id}`, label: t('toCompany') }}
          />
          <Loaded query={{ ...pages, data: pages.first }}>
            {() =>
              pages.items.length === 0 ? (
                <EmptyState title={t('history.none')} />
              ) : (
                <Stack gap="md">
                  {occasionsOf(pages.items).map((occasion) => (
                    <Panel
                      key={occasion.changes[0]?.id}
                      title={formatDateTime(occasion.at)}
                      lead={occasion.by || t('history.system')}
                    >
                      <Stack gap="lg">
                        {occasion.changes.map((change) => (
                          <ChangedField key={change.id} change={change} />
                        ))}
                      </Stack>
                    </Panel>
                  ))}
                </Stack>
              )
            }
          </Loaded>
          <Pager pages={pages} />
        </>
      )}
    </Loaded>
  );
}
