import { useTranslation } from 'react-i18next';
import type { Team, TeamMember } from '#contracts/teams.js';
import { formatNumber } from '../../parts/words';

/** How a team's firms are called: by name where the viewer may know it, else by letter. */
export function useTeamWords(team: Team) {
  const { t } = useTranslation('teams');
  const member = (key: string) => team.members.find((each) => each.key === key);
  const nameOf = (firm: TeamMember): string => {
    const name = firm.company.name ?? t('firm.letter', { key: firm.key });
    return firm.isOwn ? t('firm.own', { name }) : name;
  };
  return {
    nameOf,
    name: (key: string | null): string => {
      if (key === null) return team.owner.name ?? t('orderer');
      const firm = member(key);
      return firm ? nameOf(firm) : key;
    },
    stepName: (requirementId: string, language: 'ja' | 'en'): string =>
      team.steps.find((step) => step.requirementId === requirementId)?.words[language] ?? '',
    km: (km: number | null): string => {
      if (km === null) return t('km.unknown');
      return km === 0 ? t('km.near') : t('km.some', { km: formatNumber(km) });
    },
  };
}
