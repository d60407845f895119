import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { introductionsApi } from '#contracts/introductions.js';
import type { Candidate } from '#contracts/matching.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { shownLanguage } from '../../i18n';
import type { MatchedSubject } from './matched-subject';

interface ProposeDialogProps {
  /** Who is proposed; null keeps the dialog closed. */
  candidates: Candidate[] | null;
  subject: MatchedSubject;
  close: () => void;
}

/** Proposes candidates to both sides, each with a reason that begins with what matching found; a person finishes it. */
export function ProposeDialog({ candidates, subject, close }: ProposeDialogProps) {
  const { t } = useTranslation('matching');
  return (
    <Modal opened={candidates !== null} onClose={close} title={t('proposeTitle')} size="lg" centered>
      {candidates && <ProposeForm candidates={candidates} subject={subject} done={close} />}
    </Modal>
  );
}

interface ProposeFormProps {
  candidates: Candidate[];
  subject: MatchedSubject;
  done: () => void;
}

function ProposeForm({ candidates, subject, done }: ProposeFormProps) {
  const { t } = useTranslation(['matching', 'common', 'forms']);
  const [reasons, setReasons] = useState(() => new Map(candidates.map((c) => [c.id, firstReason(c)])));
  const [asked, setAsked] = useState(false);
  const { send, sent, problems, busy } = useProposing(subject);
  const reasonOf = ({ id }: Candidate) => (reasons.get(id) ?? '').trim();

  async function submit() {
    setAsked(true);
    if (candidates.some((candidate) => reasonOf(candidate) === '')) return;
    if (!(await send(candidates.map((candidate) => ({ id: candidate.id, reason: reasonOf(candidate) })))))
      return;
    tell(t('proposed'));
    done();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <Text>{t('proposeText')}</Text>
        {candidates.map((candidate, i) => (
          <div key={candidate.id}>
            <Textarea
              label={t('reasonFor', {
                company: candidate.company.name ?? t('candidate', { n: candidate.rank }),
              })}
              description={t('reasonHint')}
              required
              autosize
              minRows={3}
              maxRows={10}
              maxLength={2000}
              value={reasons.get(candidate.id) ?? ''}
              onChange={(event) => setReasons(new Map(reasons).set(candidate.id, event.currentTarget.value))}
              error={asked && reasonOf(candidate) === '' ? t('forms:required') : undefined}
              disabled={sent.has(candidate.id)}
              data-autofocus={i === 0 || undefined}
            />
            {problems.has(candidate.id) && (
              <Alert color="red" role="alert" mt="xs">
                {problems.get(candidate.id)}
              </Alert>
            )}
            {sent.has(candidate.id) && (
              <Text size="sm" c="green.7" mt={4}>
                {t('proposed')}
              </Text>
            )}
          </div>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={done} disabled={busy}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t(candidates.length > 1 ? 'proposeMany' : 'propose', { n: candidates.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Sends one proposal after the other; what was sent is not sent again when a later one fails. */
function useProposing(subject: MatchedSubject) {
  const propose = useCommand(introductionsApi.propose);
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());

  /** Answers whether all are sent now. */
  async function send(proposals: { id: string; reason: string }[]): Promise<boolean> {
    const done = new Set(sent);
    const failed = new Map<string, string>();
    for (const { id, reason } of proposals.filter((proposal) => !done.has(proposal.id))) {
      const body = { kind: subject.kind, subjectId: subject.id, candidateId: id, reason };
      await propose.mutateAsync({ body }).then(
        () => done.add(id),
        (error: Error) => failed.set(id, error.message),
      );
    }
    setSent(done);
    setProblems(failed);
    return failed.size === 0;
  }
  return { send, sent, problems, busy: propose.isPending };
}

/** The met requirements as sentences: a start that the proposer edits. */
function firstReason({ reasons }: Candidate): string {
  const language = shownLanguage();
  const ofLevel = (isText: boolean) =>
    reasons
      .filter((reason) => reason.verdict === 'met' && (reason.level === 'text') === isText)
      .map((reason) => reason.words[language]);
  return [...ofLevel(false), ...ofLevel(true)]
    .slice(0, 4)
    .map((words) => `・${words}`)
    .join('\n');
}
