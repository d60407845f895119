import { Alert, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoothTalk } from '#contracts/fair-talks.js';

interface HandOverProps {
  talk: BoothTalk;
  side: 'visitor' | 'booth';
  ask: (subject: { kind: 'order' | 'patent'; subjectId: string }) => Promise<unknown>;
}

/** The way on to a negotiation room: a subject of the own side, introduced by the support body. */
export function HandOver({ talk, side, ask }: HandOverProps) {
  const { t } = useTranslation('fairs');
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const { handOver, subjects } = talk;
  if (handOver)
    return (
      <Alert color="green">
        {t(handOver.introductionId ? 'talk.introduced' : 'talk.asked', { title: handOver.title })}
      </Alert>
    );
  const subject = subjects.find(({ id }) => id === chosen);
  async function send() {
    if (!subject) return;
    setBusy(true);
    await ask({ kind: subject.kind, subjectId: subject.id }).catch((error: unknown) =>
      setProblem((error as Error).message),
    );
    setBusy(false);
  }
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('talk.handOver')}
      </Title>
      {subjects.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('talk.noSubjects')}
        </Text>
      ) : (
        <>
          <Text size="sm">{t(side === 'visitor' ? 'talk.handOverText' : 'talk.handOverBooth')}</Text>
          <Group align="flex-end" gap="xs">
            <Select
              label={t('talk.subject')}
              flex={1}
              data={subjects.map(({ id, title }) => ({ value: id, label: title }))}
              value={chosen}
              onChange={setChosen}
              error={problem || undefined}
            />
            <Button variant="default" loading={busy} disabled={!subject} onClick={() => void send()}>
              {t('talk.ask')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
