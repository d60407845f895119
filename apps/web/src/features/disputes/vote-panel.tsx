import { Alert, Button, Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { councilVotesApi } from '#contracts/council-votes.js';
import type { Dispute } from '#contracts/disputes.js';
import { finding, vote } from '#contracts/sealed-vote.js';
import { useMe } from '../../api/session';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { NumberField } from '../../forms/number-field';
import { tell, tellProblem } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { Panel } from '../../parts/panel';
import { KeyNote, SaveKey } from './key-note';
import { useKeptKey } from './use-kept-key';
import { keepKey } from './vote-keys';
import { sealVote, type Sealed } from './seal-vote';

export interface VotePanelProps {
  dispute: Dispute;
  /** Shows the key of a vote that is in, also where it was the last one and this panel goes. */
  onKey: (key: string | null) => void;
  /** Whether it is being shown. */
  isKeyShown: boolean;
}

/** A member's vote, sealed in this browser; another one takes its place until voting is closed. */
export function VotePanel({ dispute, onKey, isKeyShown }: VotePanelProps) {
  const { t } = useTranslation('disputes');
  const [again, setAgain] = useState(false);
  const isSealed = dispute.votes?.own === 'sealed';
  return (
    <Panel title={t('vote.title')} lead={t('vote.lead')}>
      <Stack gap="md">
        <Alert color="gray">
          <Text size="sm">{t('vote.how')}</Text>
        </Alert>
        {(!isSealed || again) && (
          <Text size="sm" fw={600}>
            {t('vote.elsewhere')}
          </Text>
        )}
        {isSealed && !again ? (
          <>
            <Text>{t('vote.sealed')}</Text>
            {!isKeyShown && <SealedKey dispute={dispute} />}
            <div>
              <Button variant="default" onClick={() => setAgain(true)}>
                {t('vote.again')}
              </Button>
            </div>
          </>
        ) : (
          <VoteForm
            dispute={dispute}
            done={(key) => {
              onKey(key);
              setAgain(false);
              tell(t('vote.done'));
            }}
          />
        )}
      </Stack>
    </Panel>
  );
}

/** Whether this browser could open the vote that is in, told as long as another can still be given. */
function SealedKey({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const key = useKeptKey(dispute);
  if (key === undefined) return null;
  if (key !== null)
    return (
      <div>
        <Text size="sm">{t('vote.keyHere')}</Text>
        <SaveKey no={dispute.no} voteKey={key} />
      </div>
    );
  return (
    <Alert color="yellow" role="note">
      <Text size="sm">{t('vote.keyMissing')}</Text>
    </Alert>
  );
}

/** Nothing is chosen for a member. */
const noVoteYet = { finding: null as unknown as 'upheld', amountYen: null, reasons: '' };

interface VoteFormProps {
  dispute: Dispute;
  /** With the key that is still to be shown; null: they have it already. */
  done: (key: string | null) => void;
}

function VoteForm({ dispute, done }: VoteFormProps) {
  const { t } = useTranslation('disputes');
  const me = useMe();
  const send = useCommand(councilVotesApi.vote);
  /** Sealed, but this browser cannot keep the key: it is sent once the member has it. */
  const [unkept, setUnkept] = useState<Sealed | null>(null);
  const params = { id: dispute.id };
  const form = useForm({
    schema: vote.check(({ value, issues }) => {
      const needsAmount = value.finding === 'partly' && dispute.amountYen !== null;
      if (needsAmount && value.amountYen === null)
        issues.push({ code: 'custom', path: ['amountYen'], input: null });
    }),
    initial: noVoteYet,
    save: async (said) => {
      const made = await sealVote(dispute.id, me.id, said);
      const { key, sealed } = made;
      // Before it is sent: a vote that is in without its key would be lost.
      const name = { disputeId: dispute.id, userId: me.id, commitment: sealed.commitment };
      if (!(await keepKey(name, key))) return made;
      await send.mutateAsync({ params, body: sealed });
      done(key);
      return null;
    },
    saved: (made) => setUnkept(made),
  });
  if (unkept)
    return (
      <UnkeptVote
        no={dispute.no}
        made={unkept}
        send={async () => {
          await send.mutateAsync({ params, body: unkept.sealed });
          done(null);
        }}
        back={() => setUnkept(null)}
      />
    );
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

interface UnkeptVoteProps {
  no: number;
  made: Sealed;
  send: () => Promise<void>;
  back: () => void;
}

/** Where the browser keeps nothing: the member saves the key before the vote goes. */
function UnkeptVote({ no, made, send, back }: UnkeptVoteProps) {
  const { t } = useTranslation('disputes');
  const [offered, setOffered] = useState(false);
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const go = () => {
    setBusy(true);
    void send()
      .catch(tellProblem)
      .finally(() => setBusy(false));
  };
  return (
    <Stack gap="md">
      <KeyNote no={no} voteKey={made.key} kept={false} onSave={() => setOffered(true)} />
      <Checkbox
        label={t('key.saved')}
        description={t('key.savedHint')}
        disabled={!offered}
        checked={saved}
        onChange={(event) => setSaved(event.currentTarget.checked)}
      />
      <Group gap="sm">
        <Button disabled={!saved} loading={busy} onClick={go}>
          {t('vote.send')}
        </Button>
        <Button variant="default" disabled={busy} onClick={back}>
          {t('key.back')}
        </Button>
      </Group>
    </Stack>
  );
}
