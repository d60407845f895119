import { Anchor, Button, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { companiesApi, type CompanyCard } from '#contracts/companies.js';
import { useCommand, usePages } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { StateBadge } from '../../parts/state-badge';
import { useTaxonomy } from '../../parts/taxonomy';

const states = ['pending', 'rejected', 'suspended'] as const;
const filterSchema = z.object({ state: z.enum(states).default('pending') });

/** Companies that wait for approval, and those that were refused or suspended and may be let in again. */
export default function ApprovalsScreen() {
  const { t } = useTranslation(['administration', 'states']);
  const filters = useFilters(filterSchema);
  const { state } = filters.value;
  const pages = usePages(companiesApi.list, { query: { state, sort: 'updated' } });
  return (
    <>
      <PageHeader title={t('approvals.title')} lead={t('approvals.lead')} />
      <SegmentedControl
        mb="md"
        aria-label={t('approvals.show')}
        value={state}
        onChange={(chosen) => filters.set({ state: chosen })}
        data={states.map((value) => ({ value, label: t(`states:company.${value}`) }))}
      />
      <Loaded query={{ ...pages, data: pages.first }}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title={t(`approvals.none.${state}`)} />
          ) : (
            <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
              {pages.items.map((company) => (
                <li key={company.id}>
                  <CompanyToApprove company={company} />
                </li>
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </>
  );
}

function CompanyToApprove({ company }: { company: CompanyCard }) {
  const { t } = useTranslation('administration');
  const taxonomy = useTaxonomy();
  const approve = useCommand(companiesApi.approve);
  const reject = useCommand(companiesApi.reject);
  const params = { id: company.id };
  const roles = [
    company.isSupplier && t('approvals.supplier'),
    company.isOrderer && t('approvals.orderer'),
  ].filter(Boolean);
  const facts = [taxonomy.name('prefectures', company.prefecture), roles.join('・')].filter(Boolean);
  return (
    <Paper withBorder p="md" bg="white">
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} miw={0} flex="1 1 18rem">
          <Group gap="sm">
            <Anchor component={Link} to={`/companies/${company.id}`} fw={650}>
              {company.name}
            </Anchor>
            <StateBadge kind="company" state={company.state} />
          </Group>
          <Text size="sm">
            {t('approvals.number')} {company.corporateNumber}
          </Text>
          <Text size="sm" c="dimmed">
            {facts.join(' / ')}
          </Text>
        </Stack>
        <Group gap="sm">
          {company.state === 'pending' && (
            <ConfirmButton
              danger
              label={t('approvals.reject')}
              aria-label={t('approvals.rejectOf', { company: company.name })}
              title={t('approvals.rejectTitle', { company: company.name })}
              text={t('approvals.rejectText')}
              reason={{ label: t('approvals.reason'), needed: true }}
              onConfirm={async (reason) => {
                await reject.mutateAsync({ params, body: { reason } });
                tell(t('approvals.rejected', { company: company.name }));
              }}
            />
          )}
          <Button
            loading={approve.isPending}
            aria-label={t('approvals.approveOf', { company: company.name })}
            onClick={() =>
              approve.mutate(
                { params },
                {
                  onSuccess: () => tell(t('approvals.approved', { company: company.name })),
                  onError: tellProblem,
                },
              )
            }
          >
            {t('approvals.approve')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
