import { Box, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companiesApi } from '#contracts/companies.js';
import { fairsApi, type Fair } from '#contracts/fair-exhibition.js';
import { fairExhibitorsApi } from '#contracts/fair-exhibitors.js';
import { useMe } from '../../api/session';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { listbox } from '../../forms/term-select';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { BoothForm } from './booth-form';

/** Applies for the own company; an organiser for any. */
export default function FairApplyScreen() {
  const { id } = useParams({ from: '/fairs/$id/apply' });
  const query = useEndpoint(fairsApi.get, { params: { id } });
  return (
    <Box maw="56rem">
      <Loaded query={query}>{(fair) => <Application fair={fair} />}</Loaded>
    </Box>
  );
}

function Application({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const me = useMe();
  const navigate = useNavigate();
  const apply = useCommand(fairExhibitorsApi.apply);
  const isProxy = fair.can.organise;
  const [companyId, setCompanyId] = useState<string | null>(null);
  const { id } = fair;
  const mayApply = isProxy ? fair.can.edit : fair.can.apply;
  return (
    <>
      <PageHeader
        title={t(isProxy ? 'apply.proxy' : 'apply.title')}
        lead={t('apply.lead')}
        back={{ to: isProxy ? `/fairs/${id}?tab=desk` : `/fairs/${id}`, label: t('toFair') }}
      />
      {mayApply ? (
        <BoothForm
          fair={fair}
          draft={`fair.${id}.apply`}
          label={t('apply.send')}
          initial={{ contact: isProxy ? '' : me.name, headline: '', text: '' }}
          save={(content) => apply.mutateAsync({ params: { id }, body: { ...content, companyId } })}
          saved={(exhibitor) => {
            tell(t('apply.sent'));
            void navigate({
              to: '/fairs/$id/booths/$exhibitorId',
              params: { id, exhibitorId: exhibitor.id },
            });
          }}
        >
          {(error) => isProxy && <CompanyField value={companyId} onChange={setCompanyId} error={error} />}
        </BoothForm>
      ) : (
        <EmptyState title={t('apply.closed')} text={t('apply.closedText')} />
      )}
    </>
  );
}

function CompanyField({
  value,
  onChange,
  error,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation('fairs');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 300);
  const found = useEndpoint(companiesApi.list, { query: { q, limit: 20 } });
  return (
    <Panel>
      <Select
        label={t('field.companyId')}
        required
        searchable
        {...listbox}
        data={found.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        filter={({ options }) => options}
        onSearchChange={setTyped}
        nothingFoundMessage={t('apply.noCompany')}
        value={value}
        onChange={onChange}
        error={error}
      />
    </Panel>
  );
}
