import { useTranslation } from 'react-i18next';
import type { TeamLack, TeamOutlook } from '#contracts/teams.js';
import { shownLanguage } from '../../i18n';
import { formatQuantity, joinWords } from '../../parts/words';

/** Why no team exists, in a sentence. */
export function useLackWords(): (
  lack: TeamLack,
  about: Pick<TeamOutlook, 'leadMusts' | 'tolerance' | 'daysLeft'> & {
    steps: readonly Pick<TeamOutlook['steps'][number], 'requirementId' | 'words'>[];
  },
) => string {
  const { t } = useTranslation('teams');
  const language = shownLanguage();
  return ({ kind, steps, days }, about) => {
    const named = about.steps.filter(({ requirementId }) => steps.includes(requirementId));
    return t(`lack.${kind}`, {
      steps: joinWords(named.map(({ words }) => words[language])),
      musts: joinWords(about.leadMusts.map((must) => must[language])),
      tolerance: about.tolerance?.[language] ?? '',
      days: days === null ? '' : formatQuantity(days, 'days'),
      left: about.daysLeft === null ? '' : formatQuantity(about.daysLeft, 'days'),
    });
  };
}
