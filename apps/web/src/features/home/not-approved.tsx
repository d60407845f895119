import { Alert, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { companiesApi } from '#contracts/companies.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';

/** A company that a support body has not let in yet, or has refused or suspended with a reason. */
export function NotApproved({ companyId }: { companyId: string }) {
  const { t } = useTranslation('home');
  const query = useEndpoint(companiesApi.get, { params: { id: companyId } });
  return (
    <Loaded query={query} lines={3}>
      {({ state, stateReason }) => (
        <Alert
          color={state === 'pending' ? 'yellow' : 'red'}
          title={state === 'pending' ? t('waiting.title') : t('refused.title')}
        >
          <Text size="sm" mb="sm">
            {state === 'pending' ? t('waiting.text') : t('refused.text', { reason: stateReason })}
          </Text>
          <Button component={Link} to={`/companies/${companyId}`} variant="default" size="xs">
            {t('waiting.action')}
          </Button>
        </Alert>
      )}
    </Loaded>
  );
}
