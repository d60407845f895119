import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { roleHolds } from '#contracts/permissions.js';
import { teamsApi, type TeamOutlook } from '#contracts/teams.js';
import { useMe } from '../../api/session';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tellProblem } from '../../forms/tell';
import { shownLanguage } from '../../i18n';
import { StateBadge } from '../../parts/state-badge';
import { formatNumber } from '../../parts/words';
import { useLackWords } from './team-lack';

/** On an order's candidates: whether a single firm can do it all, or several together, or a step is lacking. */
export function TeamOutlookNote({ orderId }: { orderId: string }) {
  const me = useMe();
  const may = roleHolds(me.role, 'team:read');
  const { data } = useEndpoint(teamsApi.outlook, { params: { id: orderId } }, { enabled: may });
  if (!may || !data) return null;
  return <Outlook orderId={orderId} outlook={data} />;
}

function Outlook({ orderId, outlook }: { orderId: string; outlook: TeamOutlook }) {
  const { t } = useTranslation('teams');
  const lackWords = useLackWords();
  const { team, firms, lack, can } = outlook;
  if (team)
    return (
      <Alert color="ai" title={t('outlook.teamTitle')}>
        <Group gap="sm">
          <StateBadge kind="team" state={team.state} />
          <Button component={Link} to={`/teams/${team.id}`} size="sm">
            {t('outlook.open')}
          </Button>
        </Group>
      </Alert>
    );
  if (lack?.kind === 'no-steps') return null;
  if (firms === 1)
    return (
      <Text size="sm" c="dimmed">
        {t('outlook.single')}
      </Text>
    );
  if (firms === null)
    return (
      <Alert color="yellow" title={t('outlook.noneTitle')}>
        {lack && <Text size="sm">{lackWords(lack, outlook)}</Text>}
        <Doers outlook={outlook} />
      </Alert>
    );
  return (
    <Alert color="ai" title={t('outlook.title', { n: firms })}>
      <Stack gap="sm">
        <Doers outlook={outlook} />
        {can.compose ? <Compose orderId={orderId} /> : <Text size="sm">{t('outlook.askCoordinator')}</Text>}
      </Stack>
    </Alert>
  );
}

function Doers({ outlook }: { outlook: TeamOutlook }) {
  const { t } = useTranslation('teams');
  return (
    <List size="sm">
      {outlook.steps.map(({ requirementId, words, doers }) => (
        <List.Item key={requirementId}>
          {t(doers === 0 ? 'outlook.nobody' : 'outlook.doers', {
            step: words[shownLanguage()],
            n: formatNumber(doers),
          })}
        </List.Item>
      ))}
    </List>
  );
}

function Compose({ orderId }: { orderId: string }) {
  const { t } = useTranslation('teams');
  const navigate = useNavigate();
  const compose = useCommand(teamsApi.compose);
  return (
    <div>
      <Button
        loading={compose.isPending}
        onClick={() =>
          compose.mutate(
            { body: { orderId } },
            { onSuccess: ({ id }) => void navigate({ to: `/teams/${id}` }), onError: tellProblem },
          )
        }
      >
        {t('outlook.compose')}
      </Button>
    </div>
  );
}
