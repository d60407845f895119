import { Button, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Team } from '#contracts/teams.js';
import { shownLanguage } from '../../i18n';
import { Facts } from '../../parts/facts';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { formatNumber, formatQuantity, joinWords } from '../../parts/words';
import { useTeamWords } from './team-words';
import { useRecompose } from './use-recompose';
import classes from './teams.module.css';

/** The sums: how many firms, how far apart, how long it takes, and what the lead holds for all. */
export function TeamSums({ team }: { team: Team }) {
  const { t } = useTranslation('teams');
  const language = shownLanguage();
  const days = formatQuantity(team.leadTimeDays, 'days');
  const untold = team.untold > 0 && t('sums.untold', { n: team.untold });
  const { daysLeft } = team;
  return (
    <Panel title={t('sums.title')}>
      <Facts
        facts={[
          { label: t('sums.firms'), value: formatQuantity(team.members.length, 'companies') },
          { label: t('sums.days'), value: joinWords([days, untold || '']) },
          {
            label: t('sums.daysLeft'),
            value: daysLeft !== null && t('sums.left', { days: formatQuantity(daysLeft, 'days') }),
          },
          { label: t('sums.held'), value: joinWords(team.held.map((held) => held[language])) },
        ]}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {t(team.proven ? 'sums.proven' : 'sums.notProven', { n: formatNumber(team.compared) })}
      </Text>
    </Panel>
  );
}

/** How far each firm is from the lead, as bars: a map in one dimension that tells no address. */
export function TeamDistances({ team }: { team: Team }) {
  const { t } = useTranslation('teams');
  const words = useTeamWords(team);
  const most = Math.max(1, ...team.members.map(({ km }) => km ?? 0));
  return (
    <Panel title={t('distances.title')} lead={t('distances.lead', { name: words.name('A') })}>
      <ul className={classes.distances}>
        {team.members
          .filter(({ isLead }) => !isLead)
          .map((member) => (
            <li key={member.key} className={classes.distance}>
              <span className={classes.key}>{member.key}</span>
              <span className={classes.bar} aria-hidden>
                <span style={{ width: `${(100 * (member.km ?? 0)) / most}%` }} />
              </span>
              <span>{words.km(member.km)}</span>
            </li>
          ))}
      </ul>
    </Panel>
  );
}

/** Firms that are out; those that the coordinator took out can come back. */
export function TeamExcluded({ team }: { team: Team }) {
  const { t } = useTranslation('teams');
  const recompose = useRecompose(team);
  if (team.excluded.length === 0) return null;
  return (
    <Panel title={t('excluded.title')}>
      <RecordList>
        {team.excluded.map(({ companyId, name, reason }) => (
          <RecordRow
            key={companyId}
            aside={
              team.can.recompose &&
              reason === 'chosen' && (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={recompose.isPending}
                  onClick={() => recompose.letIn(companyId)}
                  aria-label={t('excluded.letInOf', { name })}
                >
                  {t('excluded.letIn')}
                </Button>
              )
            }
          >
            <Text size="sm" fw={600}>
              {name}
            </Text>
            <Text size="sm">{t(`cause.${reason}`)}</Text>
          </RecordRow>
        ))}
      </RecordList>
    </Panel>
  );
}

/** What differs from the team before, and why. */
export function TeamChangePanel({ team }: { team: Team }) {
  const { t } = useTranslation('teams');
  const words = useTeamWords(team);
  const language = shownLanguage();
  const { change } = team;
  if (!change) return null;
  const lines = [
    ...change.left.map(({ name, reason }) =>
      t('change.left', { name: name ?? t('change.oneFirm'), reason: t(`cause.${reason}`) }),
    ),
    ...change.joined.map((key) => t('change.joined', { name: words.name(key) })),
    ...change.moved.map((id) => {
      const doer = team.steps.find((step) => step.requirementId === id)?.doer ?? null;
      return t('change.moved', { step: words.stepName(id, language), name: words.name(doer) });
    }),
    ...(change.leadChanged ? [t('change.lead', { name: words.name('A') })] : []),
  ];
  return (
    <Panel title={t('change.title', { n: team.revision })}>
      <Stack gap="xs">
        <List size="sm">
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {t('change.rest')}
        </Text>
      </Stack>
    </Panel>
  );
}
