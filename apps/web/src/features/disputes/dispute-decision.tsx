import { Box, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { councilVotesApi } from '#contracts/council-votes.js';
import { compliance, type CouncilOutcome, type Dispute } from '#contracts/disputes.js';
import { finding } from '#contracts/sealed-vote.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { ConfirmButton } from '../../parts/confirm-button';
import { Facts } from '../../parts/facts';
import { DateTime, Day, formatYen, todayInJapan, Yen } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { Hash } from '../negotiations/record/signing-panel';
import { colon } from '../../parts/words';

const Lines = ({ text }: { text: string }) => (
  <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>
);

/** 意見: what the votes came to, what the council says, and what became of it. */
export function DisputeDecision({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { outcome, decision, opinions, compliance: reports, parties } = dispute;
  if (!outcome) return null;
  return (
    <Panel title={t('decision.title')} lead={t('noCourt')}>
      <Stack gap="md">
        <OutcomeFacts outcome={outcome} />
        {decision && (
          <>
            <Facts
              facts={[
                { label: t('decision.remedy'), value: <Lines text={decision.remedy} /> },
                { label: t('decision.dueOn'), value: <Day on={decision.dueOn} /> },
                { label: t('decision.by'), value: decision.by },
                { label: t('decision.at'), value: <DateTime at={decision.at} /> },
                { label: 'SHA-256', value: <Hash text={decision.sha256} /> },
              ]}
            />
            <div>
              <Text fw={650} size="sm">
                {t('decision.reasons')}
              </Text>
              <Lines text={decision.reasons} />
            </div>
          </>
        )}
        {opinions.map(({ by, text }) => (
          <div key={by}>
            <Text fw={650} size="sm">
              {t('decision.opinionOf', { name: by })}
            </Text>
            <Lines text={text} />
          </div>
        ))}
        {reports.length > 0 && (
          <RecordList>
            {reports.map(({ side, outcome: came, note, at }) => (
              <RecordRow key={at}>
                <Text size="sm" fw={600}>
                  {parties[side]}
                  {colon()}
                  {t(`compliance.${came}`)}
                </Text>
                <Text size="sm">{note}</Text>
                <Text size="xs" c="gray.7">
                  <DateTime at={at} />
                </Text>
              </RecordRow>
            ))}
          </RecordList>
        )}
      </Stack>
    </Panel>
  );
}

function OutcomeFacts({ outcome }: { outcome: CouncilOutcome }) {
  const { t } = useTranslation('disputes');
  const counted = finding.options.map((one) =>
    t('decision.count', { finding: t(`finding.${one}`), n: outcome.counts[one] }),
  );
  return (
    <Facts
      facts={[
        { label: t('decision.finding'), value: t(`finding.${outcome.finding}`) },
        { label: t('decision.owed'), value: outcome.amountYen !== null && <Yen value={outcome.amountYen} /> },
        {
          label: t('decision.counts'),
          value: [
            ...counted,
            ...(outcome.abstained > 0
              ? [t('decision.count', { finding: t('decision.abstained'), n: outcome.abstained })]
              : []),
          ].map((line) => <div key={line}>{line}</div>),
        },
      ]}
    />
  );
}

/** For the panel, once the votes are counted: who found what, and why. */
export function PanelVotes({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const query = useEndpoint(councilVotesApi.votes, { params: { id: dispute.id } });
  return (
    <Panel title={t('votes.title')} lead={t('votes.lead')}>
      <Loaded query={query} lines={3}>
        {({ items }) => (
          <RecordList>
            {items.map((vote) => (
              <RecordRow key={vote.by}>
                <Text size="sm" fw={650}>
                  {vote.by}
                  {colon()}
                  {t(`finding.${vote.finding}`)}
                  {vote.amountYen !== null && ` ${formatYen(vote.amountYen)}`}
                </Text>
                <Lines text={vote.reasons} />
              </RecordRow>
            ))}
          </RecordList>
        )}
      </Loaded>
      {dispute.can.opine && (
        <Box mt="lg">
          <OpinionForm dispute={dispute} />
        </Box>
      )}
    </Panel>
  );
}

function OpinionForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const add = useCommand(councilVotesApi.addOpinion);
  const form = useForm({
    schema: councilVotesApi.addOpinion.body,
    initial: { text: '' },
    draft: `dispute-opinion.${dispute.id}`,
    save: (body) => add.mutateAsync({ params: { id: dispute.id }, body }),
    saved: () => tell(t('votes.opined')),
  });
  return (
    <Form form={form}>
      <Textarea
        label={t('votes.opinion')}
        description={t('votes.opinionHint')}
        autosize
        minRows={3}
        maxRows={12}
        {...form.text('text')}
      />
      <FormButtons form={form} label={t('votes.opine')} />
    </Form>
  );
}

/** The chair writes what the council says. */
export function DecisionForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const decide = useCommand(councilVotesApi.decide);
  const form = useForm({
    schema: councilVotesApi.decide.body,
    initial: { reasons: '', remedy: '', dueOn: '' },
    draft: `dispute-decision.${dispute.id}`,
    save: (body) => decide.mutateAsync({ params: { id: dispute.id }, body }),
    saved: () => tell(t('decision.done')),
  });
  return (
    <Panel title={t('step.write.title')} lead={t('step.write.lead')}>
      <Form form={form}>
        <Textarea
          label={t('decision.reasons')}
          description={t('decision.reasonsHint')}
          required
          autosize
          minRows={6}
          maxRows={24}
          {...form.text('reasons')}
        />
        <Textarea
          label={t('decision.remedy')}
          description={t('decision.remedyHint')}
          required
          autosize
          minRows={2}
          maxRows={8}
          {...form.text('remedy')}
        />
        <DayInput
          label={t('decision.dueOn')}
          required
          minDate={todayInJapan()}
          value={form.value.dueOn}
          error={form.errors['dueOn']}
          onChange={(on) => form.set('dueOn', on ?? '')}
        />
        <FormButtons form={form} label={t('decision.publish')} />
      </Form>
    </Panel>
  );
}

/** A side says what came of it. */
export function ReportForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const report = useCommand(councilVotesApi.report);
  const form = useForm({
    schema: councilVotesApi.report.body,
    // Nothing is chosen for a side.
    initial: { outcome: null as unknown as 'followed', note: '' },
    save: (body) => report.mutateAsync({ params: { id: dispute.id }, body }),
    saved: () => tell(t('statements.added')),
  });
  return (
    <Panel title={t('step.report.title')} lead={t('step.report.lead')}>
      <Form form={form}>
        <Radio.Group label={t('compliance.title')} required {...form.input('outcome')}>
          <Stack gap="xs" mt={6}>
            {compliance.options.map((value) => (
              <Radio key={value} value={value} label={t(`compliance.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea label={t('compliance.note')} autosize minRows={2} maxRows={8} {...form.text('note')} />
        <FormButtons form={form} label={t('compliance.send')} />
      </Form>
    </Panel>
  );
}

const By = ({ by, at }: { by: string; at: string }) => (
  <>
    {by} <DateTime at={at} />
  </>
);

/** Settling without a decision: one side proposes, the other confirms the same words. */
export function SettlementPanel({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const settle = useCommand(councilVotesApi.settle);
  const params = { id: dispute.id };
  const { settlement } = dispute;
  const form = useForm({
    schema: councilVotesApi.settle.body,
    initial: { text: '', accept: false },
    save: (body) => settle.mutateAsync({ params, body }),
    saved: () => {
      form.replace({ text: '', accept: false });
      tell(t('settlement.proposed'));
    },
  });
  return (
    <Panel title={t('settlement.title')} {...(dispute.can.settle && { lead: t('settlement.lead') })}>
      <Stack gap="md">
        {settlement && (
          <>
            <div>
              <Text size="sm" fw={650}>
                {t('settlement.of', { name: dispute.parties[settlement.side] })}
              </Text>
              <Lines text={settlement.text} />
            </div>
            <Facts
              facts={[
                { label: t('settlement.by'), value: <By {...settlement} /> },
                {
                  label: t('settlement.confirmed'),
                  value: settlement.confirmed && <By {...settlement.confirmed} />,
                },
                { label: 'SHA-256', value: <Hash text={settlement.sha256} /> },
              ]}
            />
          </>
        )}
        {settlement && dispute.can.confirmSettlement && (
          <Group>
            <ConfirmButton
              variant="filled"
              label={t('settlement.accept')}
              title={t('settlement.acceptTitle')}
              text={t('settlement.acceptText')}
              onConfirm={async () => {
                await settle.mutateAsync({ params, body: { text: settlement.text, accept: true } });
                tell(t('settlement.settled'));
              }}
            >
              <Lines text={settlement.text} />
            </ConfirmButton>
          </Group>
        )}
        {dispute.can.settle && (
          <Form form={form} leaveFreely>
            <Textarea label={t('settlement.text')} autosize minRows={2} maxRows={8} {...form.text('text')} />
            <FormButtons form={form} label={t('settlement.propose')} />
          </Form>
        )}
      </Stack>
    </Panel>
  );
}
