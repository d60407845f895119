import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Team, TeamMember } from '#contracts/teams.js';
import { shownLanguage } from '../../i18n';
import { Facts } from '../../parts/facts';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';
import { useTaxonomy } from '../../parts/taxonomy';
import { TermNames } from '../../parts/term-names';
import { formatQuantity, joinWords } from '../../parts/words';
import { useTeamWords } from './team-words';
import { useRecompose } from './use-recompose';
import classes from './teams.module.css';

/** The firms of a team, as far as the viewer may know them, and what each has answered. */
export function TeamFirms({ team }: { team: Team }) {
  const { t } = useTranslation('teams');
  const isMasked = team.members.some(({ company }) => company.name === null);
  return (
    <Panel title={t('firms.title')} lead={isMasked ? t('firms.masked') : undefined}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {team.members.map((member) => (
          <Firm key={member.key} team={team} member={member} />
        ))}
      </SimpleGrid>
    </Panel>
  );
}

function Firm({ team, member }: { team: Team; member: TeamMember }) {
  const { t } = useTranslation('teams');
  const taxonomy = useTaxonomy();
  const words = useTeamWords(team);
  const language = shownLanguage();
  const { company, introduction } = member;
  const steps = team.steps.filter(({ doer }) => doer === member.key).map((step) => step.words[language]);
  const mayOpen = introduction && (team.viewer !== 'member' || member.isOwn);
  return (
    <Paper component="article" withBorder p="md">
      <Stack gap="sm">
        <Group gap="xs">
          <span className={classes.key} aria-hidden>
            {member.key}
          </span>
          <Badge color={member.isLead ? 'ai' : 'gray'} variant="light" radius="sm" tt="none">
            {t(member.isLead ? 'firm.lead' : 'firm.partner')}
          </Badge>
          {member.isLocked && (
            <Badge color="yellow" variant="light" radius="sm" tt="none">
              {t('firm.locked')}
            </Badge>
          )}
        </Group>
        <Text fw={650}>
          {company.id ? (
            <Anchor component={Link} to={`/companies/${company.id}`} inherit>
              {words.nameOf(member)}
            </Anchor>
          ) : (
            words.nameOf(member)
          )}
          {company.name === null && (
            <Text span size="sm" c="dimmed">
              {` ${t('firm.masked')}`}
            </Text>
          )}
        </Text>
        {introduction && <Answers team={team} member={member} />}
        {company.summary && <Text size="sm">{company.summary}</Text>}
        <Facts
          facts={[
            { label: t('firm.steps'), value: joinWords(steps) },
            { label: t('firm.prefecture'), value: taxonomy.name('prefectures', company.prefecture) },
            { label: t('firm.toLead'), value: !member.isLead && words.km(member.km) },
            {
              label: t('firm.staff'),
              value: company.staff === null ? null : formatQuantity(company.staff, 'people'),
            },
            {
              label: t('firm.certificates'),
              value: company.certificates.length > 0 && (
                <TermNames list="certificates" codes={company.certificates} />
              ),
            },
          ]}
        />
        <Group gap="xs">
          {mayOpen && (
            <Anchor component={Link} to={`/introductions/${introduction.id}`} size="sm" underline="always">
              {t('firm.introduction')}
            </Anchor>
          )}
          {team.can.recompose && company.id && <Wishes team={team} member={member} id={company.id} />}
        </Group>
      </Stack>
    </Paper>
  );
}

function Answers({ team, member }: { team: Team; member: TeamMember }) {
  const { t } = useTranslation('teams');
  const { introduction } = member;
  if (!introduction) return null;
  return (
    <Group gap="xs">
      <Text size="sm">{t('firm.answer')}</Text>
      <StateBadge kind="consent" state={introduction.candidate} />
      {team.viewer !== 'member' && (
        <>
          <Text size="sm">{t('orderer')}</Text>
          <StateBadge kind="consent" state={introduction.owner} />
        </>
      )}
    </Group>
  );
}

/** Whether the firm must, or must not, take part: the team is composed anew at once. */
function Wishes({ team, member, id }: { team: Team; member: TeamMember; id: string }) {
  const { t } = useTranslation('teams');
  const recompose = useRecompose(team);
  const { name } = member.company;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={recompose.isPending}
        onClick={() => (member.isLocked ? recompose.unlock(id) : recompose.lock(id))}
        aria-label={t(member.isLocked ? 'firm.unlockOf' : 'firm.lockOf', { name })}
      >
        {t(member.isLocked ? 'firm.unlock' : 'firm.lock')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        loading={recompose.isPending}
        onClick={() => recompose.exclude(id)}
        aria-label={t('firm.excludeOf', { name })}
      >
        {t('firm.exclude')}
      </Button>
    </>
  );
}
