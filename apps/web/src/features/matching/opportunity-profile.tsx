import { Button, List } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { companiesApi } from '#contracts/companies.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Panel } from '../../parts/panel';
import { profileGaps } from './opportunity-gaps';

/** What the own company could tell of itself to be found for more; nothing where all of it is told. */
export function OpportunityProfile({ companyId }: { companyId: string }) {
  const { t } = useTranslation('opportunities');
  const { data: company } = useEndpoint(companiesApi.get, { params: { id: companyId } });
  if (!company) return null;
  const gaps = profileGaps(company.profile);
  if (gaps.length === 0) return null;
  return (
    <Panel
      title={t('profile.title')}
      lead={t('profile.lead')}
      action={
        company.can.edit && (
          <Button component={Link} to={`/companies/${companyId}/edit`} variant="default">
            {t('profile.edit')}
          </Button>
        )
      }
    >
      <List size="sm" spacing={6}>
        {gaps.map((gap) => (
          <List.Item key={gap}>{t(`gap.${gap}`)}</List.Item>
        ))}
      </List>
    </Panel>
  );
}
