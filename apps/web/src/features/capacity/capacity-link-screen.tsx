import { Alert, Box, Button, Stack, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { capacityApi, type CapacityAsk } from '#contracts/capacity.js';
import { ApiError } from '../../api/client';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { KeptTaps } from './kept-taps';

/** Where the link of a mail leads: the spare capacity of each process, told without signing in. */
export default function CapacityLinkScreen() {
  const { t } = useTranslation('capacity');
  const { token = '' } = useSearch({ from: '/capacity' });
  const query = useEndpoint(capacityApi.read, { params: { token } });
  const isRefused = query.error instanceof ApiError && query.error.status === 400;
  return (
    <Box maw="48rem" mx="auto">
      {isRefused ? (
        <>
          <PageHeader title={t('link.invalid')} />
          <Alert color="yellow">{t('link.invalidText')}</Alert>
        </>
      ) : (
        <Loaded query={query}>{(ask) => <Answers token={token} ask={ask} />}</Loaded>
      )}
    </Box>
  );
}

function Answers({ token, ask }: { token: string; ask: CapacityAsk }) {
  const { t } = useTranslation('capacity');
  const answer = useCommand(capacityApi.answer);
  const asking = useCommand(capacityApi.asking);
  const params = { token };

  return (
    <>
      <PageHeader title={t('link.title', { company: ask.company })} lead={t('link.lead')} />
      <Stack gap="md">
        {ask.processes.length === 0 && <EmptyState title={t('link.none')} text={t('link.noneText')} />}
        {ask.processes.length > 0 && (
          <KeptTaps
            answers={ask.processes}
            keep={(item) => answer.mutateAsync({ params, body: { items: [item] } })}
            isKeeping={answer.isPending}
            error={answer.error}
            thanks={t('link.kept')}
          />
        )}
        <Box>
          <Text size="sm" c="dimmed" mb="xs">
            {t(ask.asks ? 'link.asks' : 'link.stopped')}
          </Text>
          <Button
            variant="default"
            size="sm"
            loading={asking.isPending}
            onClick={() => asking.mutate({ params, body: { asks: !ask.asks } })}
          >
            {t(ask.asks ? 'link.stop' : 'link.resume')}
          </Button>
        </Box>
      </Stack>
    </>
  );
}
