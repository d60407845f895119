import { useTranslation } from 'react-i18next';
import { teamsApi, type Team } from '#contracts/teams.js';
import { useCommand } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';

/** Composes a team anew with one firm more or less that must, or must not, take part. */
export function useRecompose(team: Team) {
  const { t } = useTranslation('teams');
  const recompose = useCommand(teamsApi.recompose);
  const locked = team.members.flatMap(({ isLocked, company }) =>
    isLocked && company.id ? [company.id] : [],
  );
  const excluded = team.excluded.flatMap(({ companyId, reason }) => (reason === 'chosen' ? [companyId] : []));
  const without = (ids: readonly string[], id: string) => ids.filter((one) => one !== id);
  const send = (lockedIds: string[], excludedIds: string[]) =>
    recompose.mutate(
      { params: { id: team.id }, version: team.version, body: { lockedIds, excludedIds } },
      { onSuccess: () => tell(t('recomposed')), onError: tellProblem },
    );
  return {
    isPending: recompose.isPending,
    again: () => send(locked, excluded),
    lock: (id: string) => send([...without(locked, id), id], without(excluded, id)),
    unlock: (id: string) => send(without(locked, id), excluded),
    exclude: (id: string) => send(without(locked, id), [...without(excluded, id), id]),
    letIn: (id: string) => send(locked, without(excluded, id)),
  };
}
