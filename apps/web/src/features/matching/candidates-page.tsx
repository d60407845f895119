import { Alert, Button, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { matchingApi, type Candidate } from '#contracts/matching.js';
import { useMe } from '../../api/session';
import { useCommand, useEndpoint, usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { LoadError, Loading } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { RecordList } from '../../parts/record-list';
import { CandidateRow } from './candidate-row';
import type { MatchedSubject } from './matched-subject';
import { RunNote } from './run-note';

const candidateFilters = z.object({ sure: z.stringbool().default(false) });
const WAITING_MS = 1_500;

const mustsAreMet = (candidate: Candidate): boolean =>
  candidate.reasons.every((reason) => reason.level !== 'must' || reason.verdict === 'met');

/** The candidates of an order or patent, best first, each with its reasons; from here one is introduced. */
export function CandidatesPage({ subject }: { subject: MatchedSubject }) {
  const { t } = useTranslation('matching');
  const me = useMe();
  const filters = useFilters(candidateFilters);
  const params = { kind: subject.kind, id: subject.id };
  const pages = usePages(matchingApi.candidates, { params, query: { limit: 25 } });
  const again = useCommand(matchingApi.rerun);
  const isWaiting = pages.first?.run.state === 'waiting' || pages.first?.run.state === 'running';
  // Nobody should have to reload while a job runs; the answer replaces the list by itself.
  useEndpoint(
    matchingApi.candidates,
    { params, query: { limit: 25 } },
    { refetchInterval: isWaiting ? WAITING_MS : false },
  );
  const shown = filters.value.sure ? pages.items.filter(mustsAreMet) : pages.items;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={subject.title}
        back={{ to: subject.to, label: t(`back.${subject.kind}`) }}
        action={
          <Button
            variant="default"
            loading={again.isPending}
            onClick={() => void again.mutateAsync({ params }).catch(() => undefined)}
          >
            {t('again')}
          </Button>
        }
      />
      <Stack gap="md">
        {!me.body && me.role !== 'administrator' && <Alert color="gray">{t('masked')}</Alert>}
        {again.error && <LoadError error={again.error} retry={() => again.mutateAsync({ params })} />}
        {pages.error && <LoadError error={pages.error} retry={pages.refetch} />}
        {pages.isPending && <Loading lines={6} />}
        {pages.first && <RunNote run={pages.first.run} />}
        {pages.items.length > 0 && (
          <Switch
            label={t('onlySure')}
            checked={filters.value.sure}
            onChange={(event) => filters.set({ sure: event.currentTarget.checked })}
          />
        )}
        {pages.first && pages.items.length === 0 && !isWaiting && (
          <EmptyState title={t('emptyTitle')} text={t('emptyText')} />
        )}
        {pages.items.length > 0 && shown.length === 0 && <Text c="dimmed">{t('noneSure')}</Text>}
        {shown.length > 0 && (
          <Panel>
            <RecordList>
              {shown.map((candidate) => (
                <CandidateRow key={candidate.id} candidate={candidate} subject={subject} />
              ))}
            </RecordList>
          </Panel>
        )}
        <Pager pages={pages} />
      </Stack>
    </>
  );
}
