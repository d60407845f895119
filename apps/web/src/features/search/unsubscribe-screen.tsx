import { Box, Button, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { searchApi } from '#contracts/search.js';
import { useCommand } from '../../api/use-endpoint';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';

/** Ends the mails of a saved search by the link in one of them; a press, since mail programs open links by themselves. */
export default function UnsubscribeScreen() {
  const { t } = useTranslation('search');
  const { token = '' } = useSearch({ from: '/search/unsubscribe' });
  const stop = useCommand(searchApi.unsubscribe, { quiet: true });
  return (
    <Box maw="36rem" mx="auto">
      <PageHeader title={t('unsubscribe.title')} />
      <Panel>
        {stop.data ? (
          <Text role="status">{t('unsubscribe.done', { name: stop.data.name })}</Text>
        ) : (
          <>
            <Text mb="md">{t('unsubscribe.text')}</Text>
            {stop.error && (
              <Text c="red.7" mb="md" role="alert">
                {stop.error.message}
              </Text>
            )}
            <Button loading={stop.isPending} onClick={() => stop.mutate({ body: { token } })}>
              {t('unsubscribe.button')}
            </Button>
          </>
        )}
      </Panel>
    </Box>
  );
}
