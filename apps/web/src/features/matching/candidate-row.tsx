import { Anchor, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
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

interface CandidateRowProps {
  candidate: Candidate;
  /** Absent where the reader may not propose it. */
  propose?: () => void;
  /** For proposing several at once. */
  choice?: { chosen: boolean; choose: (chosen: boolean) => void };
}

/** One candidate: how well it fits, who it is as far as the reader may know, and why it is there. */
export function CandidateRow({ candidate, propose, choice }: CandidateRowProps) {
  const { t } = useTranslation('matching');
  const { company, introduction } = candidate;
  const state = introductionState.safeParse(introduction?.state);
  const name = company.name ?? t('candidate', { n: candidate.rank });
  return (
    <RecordRow>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Group gap="sm">
            {choice && !introduction && (
              <Checkbox
                checked={choice.chosen}
                onChange={(event) => choice.choose(event.currentTarget.checked)}
                aria-label={t('choose', { name })}
              />
            )}
            <Text c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
              {candidate.rank}
            </Text>
            <Score value={candidate.score} />
            <CandidateName candidate={candidate} />
          </Group>
          {introduction && state.success ? (
            <Group gap="xs">
              <StateBadge kind="introduction" state={state.data} />
              <Anchor component={Link} to={`/introductions/${introduction.id}`} size="sm" underline="always">
                {t('seeIntroduction')}
              </Anchor>
            </Group>
          ) : (
            propose && (
              <Button size="sm" variant="light" onClick={propose} aria-label={t('proposeOne', { name })}>
                {t('propose')}
              </Button>
            )
          )}
        </Group>
        <div>
          <CompanyLine company={company} />
        </div>
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
      {company.certificates.length > 0 && (
        <Text size="sm" c="dimmed">
          <TermNames list="certificates" codes={company.certificates} limit={4} />
        </Text>
      )}
    </>
  );
}
