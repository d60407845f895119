import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Company } from '#contracts/companies.js';

const colours = { pending: 'yellow', rejected: 'red', suspended: 'red' } as const;

/** What a company that is not approved waits for, and who does the next step. */
export function CompanyStateNote({
  company,
  own,
  isStaff,
}: {
  company: Company;
  own: boolean;
  isStaff: boolean;
}) {
  const { t } = useTranslation('companies');
  const { state } = company;
  if (state === 'approved' || (!own && !isStaff)) return null;
  const who = own ? 'Own' : 'Staff';
  return (
    <Alert color={colours[state]} title={t(`state.${state}${who}`)}>
      <Text size="sm">
        {t(`state.${state}${who}Text`, { body: company.body?.name ?? t('state.theBody') })}
      </Text>
      {company.stateReason && (
        <Text size="sm" mt="xs" fw={600}>
          {t('state.reason', { reason: company.stateReason })}
        </Text>
      )}
    </Alert>
  );
}
