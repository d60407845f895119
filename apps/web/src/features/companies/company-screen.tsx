import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { companiesApi, type Company } from '#contracts/companies.js';
import { roleHolds } from '#contracts/permissions.js';
import { useMe } from '../../api/session';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { StateBadge } from '../../parts/state-badge';
import { TwoColumns } from '../../parts/two-columns';
import { CapacityPanel } from './capacity-panel';
import { CompanyActions } from './company-actions';
import { CompanyFacts } from './company-facts';
import { CompanyImages } from './company-images';
import { Awards, Certificates, Equipment, Materials, Processes, Products } from './company-panels';
import { CompanyStateNote } from './company-state-note';

export default function CompanyScreen() {
  const { id } = useParams({ from: '/companies/$id' });
  const query = useEndpoint(companiesApi.get, { params: { id } });
  return <Loaded query={query}>{(company) => <CompanyPage company={company} />}</Loaded>;
}

function CompanyPage({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const me = useMe();
  const own = me.company?.id === company.id;
  const isStaff = roleHolds(me.role, 'company:import');
  const { profile } = company;
  return (
    <>
      <PageHeader
        title={profile.name}
        lead={[profile.nameKana, profile.nameEn].filter(Boolean).join(' / ')}
        back={{ to: '/companies', label: t('toList') }}
        badges={
          (isStaff || company.state !== 'approved') && <StateBadge kind="company" state={company.state} />
        }
        action={<CompanyActions company={company} />}
      />
      <Stack gap="lg">
        <CompanyStateNote company={company} own={own} isStaff={isStaff} />
        <TwoColumns
          main={
            <>
              <Processes company={company} />
              <CapacityPanel company={company} />
              <Equipment items={profile.equipment} />
              <Products items={profile.products} />
              <Awards items={profile.awards} />
            </>
          }
          side={
            <>
              <CompanyFacts company={company} own={own} />
              <Certificates items={profile.certificates} />
              <Materials codes={profile.materials} />
              <CompanyImages company={company} />
            </>
          }
        />
      </Stack>
    </>
  );
}
