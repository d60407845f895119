import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CompanyCard } from '#contracts/companies.js';
import { formatDay } from '../../parts/format';
import { ResultItem } from '../../parts/result-list';
import { StateBadge } from '../../parts/state-badge';
import { useTaxonomy } from '../../parts/taxonomy';
import { TermNames } from '../../parts/term-names';
import { dayInJapan, formatNumber, formatPlace, formatQuantity } from '../../parts/words';

/** A company in the search result; staff also see its state and corporate number. */
export function CompanyRow({ company, staff }: { company: CompanyCard; staff: boolean }) {
  const { t } = useTranslation('companies');
  const taxonomy = useTaxonomy();
  const about = [
    formatPlace(
      taxonomy.name('prefectures', company.prefecture),
      taxonomy.name('municipalities', company.municipality),
    ),
    taxonomy.name('industries', company.industry),
    company.staff === null ? '' : formatQuantity(company.staff, 'people'),
    company.awards > 0 ? t('awardCount', { n: formatNumber(company.awards) }) : '',
    staff ? company.corporateNumber : '',
  ].filter((words) => words !== '');
  return (
    <ResultItem
      to={`/companies/${company.id}`}
      title={company.name}
      badges={(staff || company.state !== 'approved') && <StateBadge kind="company" state={company.state} />}
      about={about.join(' / ')}
      aside={
        company.verifiedAt
          ? t('verifiedOn', { on: formatDay(dayInJapan(company.verifiedAt)) })
          : t('notVerified')
      }
    >
      {company.processes.length > 0 ? (
        <TermNames list="processes" codes={company.processes} limit={6} />
      ) : (
        company.summary || t('noProcesses')
      )}
      {company.certificates.length > 0 && (
        <Text size="sm" c="dimmed">
          <TermNames list="certificates" codes={company.certificates} limit={3} />
        </Text>
      )}
    </ResultItem>
  );
}
