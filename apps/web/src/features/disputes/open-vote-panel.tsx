import { Alert, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { councilVotesApi } from '#contracts/council-votes.js';
import type { Dispute } from '#contracts/disputes.js';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { Loading } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { useKeptKey } from './use-kept-key';

/** Opens the own vote: with the key that this browser kept, or one that is typed. */
export function OpenVotePanel({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const kept = useKeptKey(dispute);
  return (
    <Panel title={t('step.open-vote.title')} lead={t('step.open-vote.lead')}>
      {kept === undefined ? <Loading lines={2} /> : <OpenForm dispute={dispute} kept={kept} />}
    </Panel>
  );
}

const schema = z.object({
  key: z
    .string()
    .transform((text) => text.replace(/\s/g, '').toLowerCase())
    .pipe(z.string().regex(/^[0-9a-f]{64}$/)),
});

function OpenForm({ dispute, kept }: { dispute: Dispute; kept: string | null }) {
  const { t } = useTranslation('disputes');
  const send = useCommand(councilVotesApi.openVote);
  const form = useForm({
    schema,
    initial: { key: kept ?? '' },
    save: (body) => send.mutateAsync({ params: { id: dispute.id }, body }),
    saved: () => tell(t('openVote.done')),
  });
  return (
    <Form form={form} leaveFreely>
      <Stack gap="sm">
        <Alert color={kept ? 'gray' : 'yellow'}>
          <Text size="sm">{t(kept ? 'openVote.kept' : 'openVote.lost')}</Text>
        </Alert>
        <TextInput label={t('openVote.key')} required autoComplete="off" {...form.text('key')} />
      </Stack>
      <FormButtons form={form} label={t('openVote.go')} />
    </Form>
  );
}
