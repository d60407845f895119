import { Alert, Button, Stack, Switch, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { matchingApi, type Candidate } from '#contracts/matching.js';
import { useMe } from '../../api/session';
import { useCommand, usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { LoadError, Loading } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { RecordList } from '../../parts/record-list';
import { CandidateRow } from './candidate-row';
import { TeamOutlookNote } from '../teams/team-outlook';
import type { MatchedSubject } from './matched-subject';
import { ProposeDialog } from './propose-dialog';
import { RunNote } from './run-note';
import classes from './candidates.module.css';

const candidateFilters = z.object({ sure: z.stringbool().default(false) });
const WAITING_MS = 1_500;

const withOrWithout = (ids: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> =>
  new Set(on ? [...ids, id] : [...ids].filter((other) => other !== id));

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
  // The socket tells when the job ends; where it is blocked, asking does.
  const look = useEffectEvent(pages.refetch);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => look(), WAITING_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  const [proposed, setProposed] = useState<Candidate[] | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const mayChoose = subject.canPropose && me.body !== null;
  const choices = pages.items.filter(({ id, introduction }) => chosen.has(id) && !introduction);
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
        {subject.kind === 'order' && <TeamOutlookNote orderId={subject.id} />}
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
                <CandidateRow
                  key={candidate.id}
                  candidate={candidate}
                  propose={subject.canPropose ? () => setProposed([candidate]) : undefined}
                  choice={
                    mayChoose
                      ? {
                          chosen: chosen.has(candidate.id),
                          choose: (on) => setChosen(withOrWithout(chosen, candidate.id, on)),
                        }
                      : undefined
                  }
                />
              ))}
            </RecordList>
          </Panel>
        )}
        <Pager pages={pages} />
        {choices.length > 1 && (
          <div className={classes.bar}>
            <Text size="sm" role="status">
              {t('chosen', { n: choices.length })}
            </Text>
            <Button onClick={() => setProposed(choices)}>{t('proposeMany', { n: choices.length })}</Button>
          </div>
        )}
      </Stack>
      <ProposeDialog
        candidates={proposed}
        subject={subject}
        close={() => {
          setProposed(null);
          setChosen(new Set());
        }}
      />
    </>
  );
}
