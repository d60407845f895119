import { Button, SegmentedControl, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { matchingApi } from '#contracts/matching.js';
import { subjectKind, type SubjectKind } from '#contracts/parties.js';
import { useMe } from '../../api/session';
import { useEndpoint } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { RecordList } from '../../parts/record-list';
import { OpportunityProfile } from './opportunity-profile';
import { OpportunityRow, type Opportunity } from './opportunity-row';

/** Orders and open patents for which the own company was found, best first. */
export default function OpportunitiesScreen() {
  const { t } = useTranslation('opportunities');
  const { company } = useMe();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {company?.isSupplier ? (
        <Fitting companyId={company.id} />
      ) : (
        <NotForMe editLink={company && `/companies/${company.id}/edit`} />
      )}
    </>
  );
}

function NotForMe({ editLink }: { editLink: string | null }) {
  const { t } = useTranslation('opportunities');
  return (
    <EmptyState
      title={t('suppliersOnly')}
      text={t(editLink ? 'suppliersOnlyText' : 'noCompanyText')}
      action={
        editLink && (
          <Button component={Link} to={editLink} variant="default">
            {t('profile.edit')}
          </Button>
        )
      }
    />
  );
}

/** A score that comes from a few common words only; such matches are shown on demand. */
const WEAK_BELOW = 20;
const isStrong = ({ score }: Opportunity): boolean => score >= WEAK_BELOW;

const kindFilter = z.object({ kind: subjectKind.optional() });

function Fitting({ companyId }: { companyId: string }) {
  const query = useEndpoint(matchingApi.opportunities, {});
  return (
    <Loaded query={query} lines={6}>
      {({ items }) => (
        <Stack gap="md">
          <Found items={items} />
          <OpportunityProfile companyId={companyId} />
        </Stack>
      )}
    </Loaded>
  );
}

function Found({ items }: { items: Opportunity[] }) {
  const { t } = useTranslation('opportunities');
  const filters = useFilters(kindFilter);
  const { kind } = filters.value;
  const [withWeak, setWithWeak] = useState(false);
  const listed = withWeak ? items : items.filter(isStrong);
  const ofKind = (list: Opportunity[], wanted: SubjectKind | undefined) =>
    list.filter(({ subject }) => wanted === undefined || subject.kind === wanted);
  const shown = ofKind(listed, kind);
  const weak = ofKind(items, kind).filter((item) => !isStrong(item)).length;
  if (items.length === 0) return <EmptyState title={t('none')} text={t('noneText')} />;
  return (
    <>
      <SegmentedControl
        aria-label={t('shown')}
        style={{ alignSelf: 'flex-start' }}
        styles={{ label: { whiteSpace: 'nowrap' } }}
        value={kind ?? 'all'}
        onChange={(option) => filters.set({ kind: subjectKind.safeParse(option).data })}
        data={(['all', ...subjectKind.options] as const).map((option) => ({
          value: option,
          label: t(`kinds.${option}`, {
            n: ofKind(listed, option === 'all' ? undefined : option).length,
          }),
        }))}
      />
      {shown.length === 0 ? (
        <EmptyState title={t(kind ? 'noneOfKind' : 'none')} text={kind ? undefined : t('noneText')} />
      ) : (
        <Panel>
          <RecordList>
            {shown.map((opportunity) => (
              <OpportunityRow key={opportunity.subject.id} opportunity={opportunity} />
            ))}
          </RecordList>
        </Panel>
      )}
      {weak > 0 && (
        <Button
          variant="subtle"
          size="compact-md"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setWithWeak(!withWeak)}
          aria-expanded={withWeak}
        >
          {t(withWeak ? 'weak.hide' : 'weak.show', { n: weak })}
        </Button>
      )}
    </>
  );
}
