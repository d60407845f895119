import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { introductionState } from '#contracts/introductions.js';
import type { Candidate } from '#contracts/matching.js';
import { formatDay } from '../../parts/format';
import { ReasonGroups } from '../../parts/reason-groups';
import { RecordRow } from '../../parts/record-list';
import { Score } from '../../parts/score';
import { StateBadge } from '../../parts/state-badge';
import { useTaxonomy } from '../../parts/taxonomy';
import { TermNames } from '../../parts/term-names';
import { dayInJapan, formatPlace, formatQuantity, joinWords } from '../../parts/words';
import type { MatchedSubject } from './matched-subject';
import { ProposeButton } from './propose-button';

/** One candidate: how well it fits, who it is as far as the reader may know, and why it is there. */
export function CandidateRow({ candidate, subject }: { candidate: Candidate; subject: MatchedSubject }) {
  const { company, introduction } = candidate;
  const state = introductionState.safeParse(introduction?.state);
  return (
    <RecordRow
      aside={
        introduction && state.success ? (
          <Button component={Link} to={`/introductions/${introduction.id}`} variant="default" size="sm">
            <StateBadge kind="introduction" state={state.data} />
          </Button>
        ) : (
          subject.canPropose && <ProposeButton candidate={candidate} subject={subject} />
        )
      }
    >
      <Stack gap="xs">
        <Group gap="md" align="center">
          <Text c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {candidate.rank}
          </Text>
          <Score value={candidate.score} />
          <CandidateName candidate={candidate} />
        </Group>
        <CompanyLine company={company} />
        <ReasonGroups reasons={candidate.reasons} />
      </Stack>
    </RecordRow>
  );
}

function CandidateName({ candidate: { company, rank } }: { candidate: Candidate }) {
  const { t } = useTranslation('matching');
  if (company.id === null || company.name === null)
    return <Text fw={650}>{t('candidate', { n: rank })}</Text>;
  return (
    <Anchor component={Link} to={`/companies/${company.id}`} fw={650}>
      {company.name}
    </Anchor>
  );
}

function CompanyLine({ company }: { company: Candidate['company'] }) {
  const { t } = useTranslation('matching');
  const taxonomy = useTaxonomy();
  const place =
    company.prefecture &&
    formatPlace(
      taxonomy.name('prefectures', company.prefecture),
      taxonomy.name('municipalities', company.municipality),
    );
  const facts = joinWords([
    place ?? '',
    company.industry ? taxonomy.name('industries', company.industry) : '',
    company.staff === null ? '' : formatQuantity(company.staff, 'people'),
    company.verifiedAt ? t('verified', { on: formatDay(dayInJapan(company.verifiedAt)) }) : '',
  ]);
  return (
    <>
      {facts && (
        <Text size="sm" c="dimmed">
          {facts}
        </Text>
      )}
      {company.processes.length > 0 && (
        <Text size="sm">
          <TermNames list="processes" codes={company.processes} limit={6} />
        </Text>
      )}
    </>
  );
}
