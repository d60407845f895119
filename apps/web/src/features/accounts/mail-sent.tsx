import { Box, Button, Code, List, Text } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';

/** What to do after a link was sent. The same whether or not the address has an account. */
export function MailSent({
  to,
  purpose,
  again,
}: {
  to: string;
  purpose: 'signUp' | 'reset';
  again: () => void;
}) {
  const { t } = useTranslation('accounts');
  return (
    <Box maw="36rem" mx="auto">
      <PageHeader title={t('mailSent.title')} lead={t(`mailSent.${purpose}`, { email: to })} />
      <Panel title={t('mailSent.missing')}>
        <List spacing="xs" size="sm" mb="md">
          <List.Item>{t('mailSent.spam')}</List.Item>
          <List.Item>{t('mailSent.spelling')}</List.Item>
          <List.Item>
            <Trans t={t} i18nKey="mailSent.embedded" components={{ path: <Code /> }} />
          </List.Item>
        </List>
        <Button variant="default" onClick={again}>
          {t('mailSent.again')}
        </Button>
      </Panel>
      <Text size="sm" c="dimmed" mt="md">
        {t('mailSent.close')}
      </Text>
    </Box>
  );
}
