import { Alert, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { patentsApi, type Patent } from '#contracts/patents.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { PosterName } from '../../parts/poster-name';
import { StateBadge } from '../../parts/state-badge';
import { TwoColumns } from '../../parts/two-columns';
import { OwnInterest } from './own-interest';
import { PatentActions } from './patent-actions';
import { PatentFacts, PatentNumbers, PatentTerms, PatentUses } from './patent-content';
import { PatentInterests } from './patent-interests';

export default function PatentScreen() {
  const { id } = useParams({ from: '/patents/$id' });
  const query = useEndpoint(patentsApi.get, { params: { id } });
  return <Loaded query={query}>{(patent) => <PatentPage patent={patent} />}</Loaded>;
}

function PatentPage({ patent }: { patent: Patent }) {
  const { t } = useTranslation('patents');
  const isMasked = patent.poster.name === null;
  const mayReadInterests = patent.interests !== null && patent.publishedAt !== null;
  return (
    <>
      <PageHeader
        title={patent.content.title}
        lead={<PosterName poster={patent.poster} link />}
        back={{ to: '/patents', label: t('toList') }}
        badges={<StateBadge kind="patent" state={patent.state} />}
        action={<PatentActions patent={patent} />}
      />
      <TwoColumns
        main={
          <>
            {patent.state === 'withdrawn' && patent.reason && (
              <Alert color="red" title={t('withdrawn')}>
                {patent.reason}
              </Alert>
            )}
            {isMasked && <Alert color="gray">{t('masked')}</Alert>}
            <OwnInterest patent={patent} />
            <PatentUses content={patent.content} />
            <PatentTerms content={patent.content} />
            {mayReadInterests && <PatentInterests patent={patent} />}
          </>
        }
        side={
          // One block, so that on a narrow screen what it can do stays before it.
          <Stack gap="lg">
            <PatentFacts patent={patent} />
            <PatentNumbers content={patent.content} masked={isMasked} />
          </Stack>
        }
      />
    </>
  );
}
