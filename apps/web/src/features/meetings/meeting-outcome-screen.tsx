import { Alert, Box, Button, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { declineCodes, outcome as outcomes, type Outcome } from '#contracts/introductions.js';
import { meetingResultsApi, type OutcomeAsk } from '#contracts/meeting-results.js';
import { ApiError } from '../../api/client';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { StateBadge, useStateText } from '../../parts/state-badge';

/** Where the link of a mail leads: what became of each meeting, told without signing in. */
export default function MeetingOutcomeScreen() {
  const { t } = useTranslation(['meetings', 'introductions']);
  const { token = '' } = useSearch({ from: '/meeting-outcome' });
  const query = useEndpoint(meetingResultsApi.ask, { params: { token } });
  const isRefused = query.error instanceof ApiError && query.error.status === 400;
  return (
    <Box maw="44rem" mx="auto">
      {isRefused ? (
        <>
          <PageHeader title={t('outcomeLink.invalid')} />
          <Alert color="yellow">{t('outcomeLink.invalidText')}</Alert>
        </>
      ) : (
        <Loaded query={query}>{(ask) => <Questions token={token} ask={ask} />}</Loaded>
      )}
    </Box>
  );
}

function Questions({ token, ask }: { token: string; ask: OutcomeAsk }) {
  const { t } = useTranslation(['meetings', 'introductions']);
  const open = ask.items.filter(({ answer }) => answer?.months !== ask.months).length;
  return (
    <>
      <PageHeader
        title={t('outcomeLink.title', { event: ask.event })}
        lead={t(ask.months === 0 ? 'outcomeLink.lead' : 'outcomeLink.leadLater', {
          company: ask.company,
          months: ask.months,
        })}
      />
      <Stack gap="md">
        {ask.items.length === 0 && <EmptyState title={t('outcomeLink.none')} />}
        {ask.items.length > 0 && (
          <Text role="status" fw={600}>
            {open > 0 ? t('outcomeLink.open', { n: open }) : t('outcomeLink.done')}
          </Text>
        )}
        {ask.items.map((item) => (
          <Question key={item.meetingId} token={token} months={ask.months} item={item} />
        ))}
      </Stack>
    </>
  );
}

type Item = OutcomeAsk['items'][number];
type Code = (typeof declineCodes)[number];

function Question({ token, months, item }: { token: string; months: number; item: Item }) {
  const { t } = useTranslation(['meetings', 'introductions']);
  const stateText = useStateText();
  const answer = useCommand(meetingResultsApi.answer);
  const [chosen, setChosen] = useState<Outcome | null>(item.answer?.outcome ?? null);
  const [code, setCode] = useState<Code | ''>(item.answer?.code ?? '');
  const [note, setNote] = useState(item.answer?.note ?? '');
  const [tried, setTried] = useState(false);
  const isAnswered = item.answer?.months === months;
  const lacksCode = chosen === 'no-deal' && code === '';

  function send() {
    setTried(true);
    if (!chosen || lacksCode) return;
    answer.mutate({
      params: { token, meetingId: item.meetingId },
      body: { outcome: chosen, code: chosen === 'no-deal' && code !== '' ? code : null, note },
    });
  }
  return (
    <Panel
      title={item.other}
      action={isAnswered && item.answer && <StateBadge kind="outcome" state={item.answer.outcome} />}
    >
      <Stack gap="sm" align="flex-start">
        <Radio.Group
          label={t('outcomeLink.question', { other: item.other })}
          value={chosen}
          onChange={(value) => setChosen(outcomes.parse(value))}
          error={tried && !chosen ? t('outcomeLink.choose') : undefined}
        >
          <Stack gap="xs" mt={6}>
            {outcomes.options.map((option) => (
              <Radio
                key={option}
                value={option}
                label={stateText('outcome', option)}
                description={t(`outcomeText.${option}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {chosen === 'no-deal' && (
          <NativeSelect
            label={t('outcomeLink.code')}
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value as Code | '')}
            data={[
              { value: '', label: t('outcomeLink.chooseCode') },
              ...declineCodes.map((value) => ({ value, label: t(`introductions:decline.${value}`) })),
            ]}
            error={tried && lacksCode ? t('outcomeLink.chooseCode') : undefined}
          />
        )}
        <Textarea
          label={t('outcomeLink.note')}
          maxLength={1_000}
          autosize
          minRows={1}
          w="100%"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {answer.error && (
          <Alert color="red" role="alert">
            {answer.error.message}
          </Alert>
        )}
        <Button onClick={send} loading={answer.isPending}>
          {t(isAnswered ? 'outcomeLink.change' : 'outcomeLink.send')}
        </Button>
      </Stack>
    </Panel>
  );
}
