import { Alert, Button, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { teamsApi, type Team } from '#contracts/teams.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { StateBadge } from '../../parts/state-badge';
import { TwoColumns } from '../../parts/two-columns';
import { CoordinatorPanel, LeaveTeam, OwnerAnswer } from './team-actions';
import { TeamFirms } from './team-firms';
import { TeamFlow } from './team-flow';
import { useLackWords } from './team-lack';
import { TeamChangePanel, TeamDistances, TeamExcluded, TeamSums } from './team-side';

/** 連合受注: who does an order together, step by step, and how far the asking has come. */
export default function TeamScreen() {
  const { id } = useParams({ from: '/teams/$id' });
  const query = useEndpoint(teamsApi.get, { params: { id } });
  return <Loaded query={query}>{(team) => <TeamPage team={team} />}</Loaded>;
}

function TeamPage({ team }: { team: Team }) {
  const { t } = useTranslation('teams');
  const back =
    team.viewer === 'member'
      ? { to: '/introductions', label: t('back.introductions') }
      : { to: `/orders/${team.order.id}/candidates`, label: t('back.candidates') };
  return (
    <>
      <PageHeader
        title={team.order.title}
        lead={t('lead', { n: team.members.length, by: team.coordinator?.name ?? team.body.name })}
        back={back}
        badges={<StateBadge kind="team" state={team.state} />}
        action={
          team.can.openRoom &&
          team.roomId && (
            <Button component={Link} to={`/rooms/${team.roomId}`}>
              {t('toRoom')}
            </Button>
          )
        }
      />
      <Stack gap="lg" mb="lg">
        <Note team={team} />
        {team.can.answer && <OwnerAnswer team={team} />}
        <CoordinatorPanel team={team} />
        <TeamChangePanel team={team} />
      </Stack>
      <TwoColumns
        main={
          <>
            <TeamFlow team={team} />
            <TeamFirms team={team} />
          </>
        }
        side={
          <Stack gap="lg">
            <TeamSums team={team} />
            {team.members.length > 1 && <TeamDistances team={team} />}
            <TeamExcluded team={team} />
            {team.can.leave && <LeaveTeam team={team} />}
          </Stack>
        }
      />
    </>
  );
}

/** What the state means for the reader, and why it ended where it did. */
function Note({ team }: { team: Team }) {
  const { t } = useTranslation('teams');
  const lackWords = useLackWords();
  if (team.state === 'broken')
    return (
      <Alert color="red" title={t('note.broken')}>
        {team.lack && (
          <Text size="sm">
            {lackWords(team.lack, {
              steps: team.steps,
              leadMusts: team.held,
              tolerance: null,
              daysLeft: team.daysLeft,
            })}
          </Text>
        )}
        {team.reason && <Text size="sm">{team.reason}</Text>}
      </Alert>
    );
  if (team.viewer === 'coordinator') return null;
  const own = team.members.find(({ isOwn }) => isOwn)?.introduction;
  const waits = own?.state === 'proposed' && own.candidate === 'waiting';
  return (
    <Alert color="gray">
      <Text size="sm">{t(`note.${team.viewer}.${team.state}`)}</Text>
      {waits && (
        <Button component={Link} to={`/introductions/${own.id}`} size="sm" mt="sm">
          {t('note.toAnswer')}
        </Button>
      )}
    </Alert>
  );
}
