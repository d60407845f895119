import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CAPACITY_HALF_LIFE_DAYS } from '#contracts/capacity-weeks.js';
import { companiesApi, type Company } from '#contracts/companies.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { answersOf, OwnTaps } from '../capacity/own-taps';

const SHOWN = 2;
const DAY_MS = 86_400_000;

/** Processes whose answer is missing or old. */
function toAsk(company: Company): string[] {
  const after = Date.now() - CAPACITY_HALF_LIFE_DAYS * DAY_MS;
  const isOwn = (process: string) => company.profile.processes.some(({ code }) => code === process);
  return answersOf(company)
    .filter(({ process, toldAt }) => isOwn(process) && (toldAt === null || Date.parse(toldAt) < after))
    .map(({ process }) => process);
}

/** Asks a supplier for its spare capacity where it did not tell it lately; nothing where it did. */
export function CapacityPulse({ companyId }: { companyId: string }) {
  const { data } = useEndpoint(companiesApi.get, { params: { id: companyId } });
  return data ? <Pulse company={data} /> : null;
}

function Pulse({ company }: { company: Company }) {
  const { t } = useTranslation('home');
  // What was just told stays until one leaves, so that it can be corrected.
  const [processes] = useState(() => toAsk(company));
  if (processes.length === 0 || !company.can.edit) return null;
  return (
    <Panel
      title={t('capacity.title')}
      lead={t('capacity.lead')}
      action={
        processes.length > SHOWN && (
          <TextLink to="/companies/$id" params={{ id: company.id }}>
            {t('capacity.more', { n: processes.length - SHOWN })}
          </TextLink>
        )
      }
    >
      <OwnTaps company={company} processes={processes.slice(0, SHOWN)} />
    </Panel>
  );
}
