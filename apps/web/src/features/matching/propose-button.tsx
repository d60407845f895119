import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { introductionsApi } from '#contracts/introductions.js';
import type { Candidate } from '#contracts/matching.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { shownLanguage } from '../../i18n';
import type { MatchedSubject } from './matched-subject';

/** Proposes a candidate to both sides. The reason begins with what matching found; a person finishes it. */
export function ProposeButton({ candidate, subject }: { candidate: Candidate; subject: MatchedSubject }) {
  const { t } = useTranslation('matching');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        size="sm"
        onClick={open}
        aria-label={t('proposeOne', { name: candidate.company.name ?? candidate.rank })}
      >
        {t('propose')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('proposeTitle')} centered>
        {opened && <ProposeForm candidate={candidate} subject={subject} done={close} />}
      </Modal>
    </>
  );
}

function ProposeForm({
  candidate,
  subject,
  done,
}: {
  candidate: Candidate;
  subject: MatchedSubject;
  done: () => void;
}) {
  const { t } = useTranslation(['matching', 'common', 'forms']);
  const propose = useCommand(introductionsApi.propose);
  const [reason, setReason] = useState(() => firstReason(candidate));
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '';
  async function send() {
    setAsked(true);
    if (missing) return;
    await propose.mutateAsync({
      body: { kind: subject.kind, subjectId: subject.id, candidateId: candidate.id, reason: reason.trim() },
    });
    tell(t('proposed'));
    done();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send().catch(() => undefined);
      }}
    >
      <Stack gap="md">
        <Text>
          {t('proposeText', { company: candidate.company.name ?? t('candidate', { n: candidate.rank }) })}
        </Text>
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          required
          autosize
          minRows={4}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && missing ? t('forms:required') : undefined}
          data-autofocus
        />
        {propose.error && (
          <Alert color="red" role="alert">
            {propose.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={done} disabled={propose.isPending}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={propose.isPending}>
            {t('propose')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The met requirements as sentences: a start that the proposer edits. */
function firstReason({ reasons }: Candidate): string {
  const language = shownLanguage();
  const words = reasons
    .filter((r) => r.verdict === 'met' && r.level !== 'text')
    .map((r) => r.words[language]);
  const texts = reasons.filter((r) => r.level === 'text').map((r) => r.words[language]);
  const chosen = [...words, ...texts].slice(0, 4);
  return chosen.length === 0 ? '' : chosen.map((text) => `・${text}`).join('\n');
}
