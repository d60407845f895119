import { Alert, Button, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { councilVotesApi } from '#contracts/council-votes.js';
import type { Dispute } from '#contracts/disputes.js';
import { finding, vote } from '#contracts/sealed-vote.js';
import { useMe } from '../../api/session';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { NumberField } from '../../forms/number-field';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { Panel } from '../../parts/panel';
import { Hash } from '../negotiations/record/signing-panel';
import { keepKey } from './vote-keys';
import { sealVote } from './seal-vote';

/** A member's vote, sealed in this browser; another one takes its place until all are in. */
export function VotePanel({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const [key, setKey] = useState<string | null>(null);
  const [again, setAgain] = useState(false);
  const isSealed = dispute.votes?.own === 'sealed';
  return (
    <Panel title={t('vote.title')} lead={t('vote.lead')}>
      <Stack gap="md">
        <Alert color="gray">
          <Text size="sm">{t('vote.how')}</Text>
        </Alert>
        {key && <KeyNote dispute={dispute} voteKey={key} />}
        {isSealed && !again ? (
          <>
            <Text>{t('vote.sealed')}</Text>
            <div>
              <Button variant="default" onClick={() => setAgain(true)}>
                {t('vote.again')}
              </Button>
            </div>
          </>
        ) : (
          <VoteForm
            dispute={dispute}
            done={(made) => {
              setKey(made);
              setAgain(false);
            }}
          />
        )}
      </Stack>
    </Panel>
  );
}

/** Nothing is chosen for a member. */
const noVoteYet = { finding: null as unknown as 'upheld', amountYen: null, reasons: '' };

function VoteForm({ dispute, done }: { dispute: Dispute; done: (key: string) => void }) {
  const { t } = useTranslation('disputes');
  const me = useMe();
  const send = useCommand(councilVotesApi.vote);
  const form = useForm({
    schema: vote.check(({ value, issues }) => {
      const needsAmount = value.finding === 'partly' && dispute.amountYen !== null;
      if (needsAmount && value.amountYen === null)
        issues.push({ code: 'custom', path: ['amountYen'], input: null });
    }),
    initial: noVoteYet,
    save: async (said) => {
      const { key, sealed } = await sealVote(dispute.id, me.id, said);
      // Before it is sent: a vote that is in without its key would be lost.
      await keepKey(dispute.id, me.id, key);
      await send.mutateAsync({ params: { id: dispute.id }, body: sealed });
      return key;
    },
    saved: (key) => {
      tell(t('vote.done'));
      done(key);
    },
  });
  return (
    <Form form={form}>
      <Radio.Group label={t('vote.finding')} required {...form.input('finding')}>
        <Stack gap="xs" mt={6}>
          {finding.options.map((value) => (
            <Radio key={value} value={value} label={t(`finding.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {form.value.finding === 'partly' && dispute.amountYen !== null && (
        <NumberField label={t('vote.amount')} required yen {...form.input('amountYen')} />
      )}
      <Textarea
        label={t('vote.reasons')}
        description={t('vote.reasonsHint')}
        autosize
        minRows={3}
        maxRows={12}
        {...form.text('reasons')}
      />
      <FormButtons form={form} label={t('vote.send')} />
    </Form>
  );
}

/** The key, to be kept elsewhere too. */
function KeyNote({ dispute, voteKey }: { dispute: Dispute; voteKey: string }) {
  const { t } = useTranslation('disputes');
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${voteKey}\n`)}`;
  return (
    <Alert color="yellow" role="status" title={t('key.title')}>
      <Text size="sm">{t('key.text')}</Text>
      <Hash text={voteKey} />
      <div>
        <Button
          component="a"
          href={file}
          download={`vote-key-${dispute.no}.txt`}
          variant="default"
          size="sm"
          mt="sm"
        >
          {t('key.save')}
        </Button>
      </div>
    </Alert>
  );
}
