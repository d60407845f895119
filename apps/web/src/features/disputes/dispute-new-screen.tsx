import { Alert, List, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { disputeKind, disputesApi, type DisputeKind } from '#contracts/disputes.js';
import type { OutputOf } from '#contracts/endpoint.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { NumberField } from '../../forms/number-field';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';

/** Opens a dispute from a room. */
export default function DisputeNewScreen() {
  const { t } = useTranslation('disputes');
  const { id } = useParams({ from: '/rooms/$id/dispute' });
  const query = useEndpoint(disputesApi.ofRoom, { params: { id } });
  return (
    <>
      <PageHeader
        title={t('open.title')}
        lead={t('open.lead')}
        back={{ to: `/rooms/${id}?tab=record`, label: t('open.back') }}
      />
      <Loaded query={query}>{(room) => <OpenForm roomId={id} room={room} />}</Loaded>
    </>
  );
}

/** Nothing is chosen for who claims: what it is about stands in the dispute's name and cannot be changed. */
const noKindYet = null as unknown as DisputeKind;

function OpenForm({ roomId, room }: { roomId: string; room: OutputOf<typeof disputesApi.ofRoom> }) {
  const { t } = useTranslation('disputes');
  const navigate = useNavigate();
  const open = useCommand(disputesApi.open);
  const form = useForm({
    schema: disputesApi.open.body,
    initial: { kind: noKindYet, statement: '', amountYen: null, seats: 3 },
    draft: `dispute.${roomId}`,
    save: (body) => open.mutateAsync({ params: { id: roomId }, body }),
    saved: ({ id }) => {
      tell(t('open.opened'));
      void navigate({ to: `/disputes/${id}` });
    },
  });
  return (
    <Stack maw="46rem" gap="lg">
      <Alert color="gray" title={t('open.howTitle')}>
        <List size="sm" type="ordered">
          {(['answer', 'lot', 'evidence', 'vote', 'opinion'] as const).map((step) => (
            <List.Item key={step}>{t(`open.how.${step}`)}</List.Item>
          ))}
        </List>
        <Text size="sm" mt="xs">
          {t('noCourt')}
        </Text>
      </Alert>
      {!room.tiesTold && (
        <Alert color="yellow">
          <Text size="sm">
            {t('open.untold')} <TextLink to="/account">{t('open.toAccount')}</TextLink>
          </Text>
        </Alert>
      )}
      <Panel>
        <Form form={form}>
          <Select
            label={t('open.kind')}
            required
            allowDeselect={false}
            data={disputeKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
            {...form.input('kind')}
          />
          {room.viewer === 'coordinator' && (
            <Radio.Group label={t('open.claimant')} required {...form.input('claimant')}>
              <Stack gap="xs" mt={6}>
                <Radio value="owner" label={t('side.owner')} />
                <Radio value="candidate" label={t('side.candidate')} />
              </Stack>
            </Radio.Group>
          )}
          <Textarea
            label={t('open.statement')}
            description={t('open.statementHint')}
            required
            autosize
            minRows={6}
            maxRows={20}
            {...form.text('statement')}
          />
          <NumberField
            label={t('open.amount')}
            description={t('open.amountHint')}
            yen
            {...form.input('amountYen')}
          />
          <Radio.Group
            label={t('open.seats')}
            description={t('open.seatsHint')}
            value={String(form.value.seats)}
            onChange={(seats) => form.set('seats', seats === '5' ? 5 : 3)}
          >
            <Stack gap="xs" mt={6}>
              <Radio value="3" label={t('open.seatsOf', { n: 3 })} />
              <Radio value="5" label={t('open.seatsOf', { n: 5 })} />
            </Stack>
          </Radio.Group>
          <FormButtons form={form} label={t('open.submit')} />
        </Form>
      </Panel>
    </Stack>
  );
}
