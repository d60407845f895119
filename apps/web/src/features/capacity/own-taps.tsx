import { useTranslation } from 'react-i18next';
import { companiesApi, type Company } from '#contracts/companies.js';
import { useCommand } from '../../api/use-endpoint';
import type { Answer } from './capacity-taps';
import { KeptTaps } from './kept-taps';

/** Each process of the profile with what is known of it, then those that are told although the profile has them no more. */
export function answersOf({ profile, capacity }: Company): Answer[] {
  const told = new Map(capacity.map((item) => [item.process, item]));
  const codes = new Set([...profile.processes.map(({ code }) => code), ...told.keys()]);
  return [...codes].map(
    (process) => told.get(process) ?? { process, weeks4: null, weeks8: null, weeks12: null, toldAt: null },
  );
}

/** A company's own spare capacity, a tap per process. `processes`: only these. */
export function OwnTaps({ company, processes }: { company: Company; processes?: readonly string[] }) {
  const { t } = useTranslation('capacity');
  const answer = useCommand(companiesApi.tellCapacity, { quiet: true });
  const shown = answersOf(company).filter(({ process }) => processes?.includes(process) ?? true);
  return (
    <KeptTaps
      answers={shown}
      keep={(item) => answer.mutateAsync({ params: { id: company.id }, body: { items: [item] } })}
      isKeeping={answer.isPending}
      error={answer.error}
      thanks={t('own.kept')}
    />
  );
}
