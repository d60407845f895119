import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { introductionsApi } from '#contracts/introductions.js';
import { useMe } from '../../api/session';
import { usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { SearchBox, useFilters, WithFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { ResultBar } from '../../parts/result-bar';
import { ResultList } from '../../parts/result-list';
import { introductionFilters, IntroductionFilters } from './introduction-filters';
import { IntroductionRow } from './introduction-row';
import { WaitingForAnswer } from './waiting-for-answer';

/** For a company what waits for its answer, then all of its introductions; for a support body its cases. */
export default function IntroductionsScreen() {
  const { t } = useTranslation('introductions');
  const me = useMe();
  const who = me.body ? 'body' : 'company';
  const filters = useFilters(introductionFilters);
  const pages = usePages(introductionsApi.list, { query: filters.value });
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t(`list.lead.${who}`)}
        action={
          who === 'body' && (
            <Button component={Link} to="/board" variant="default">
              {t('list.toBoard')}
            </Button>
          )
        }
      />
      {who === 'company' && !filters.isNarrowed && <WaitingForAnswer />}
      <WithFilters filters={<IntroductionFilters filters={filters} isStaff={who === 'body'} />}>
        <SearchBox
          value={filters.value.q}
          onSearch={(q) => filters.set({ q })}
          label={t(`list.search.${who}`)}
        />
        <ResultBar total={pages.first?.total} />
        <Loaded query={{ ...pages, data: pages.first }} lines={6}>
          {() =>
            pages.items.length === 0 ? (
              <EmptyState
                title={t('list.none')}
                text={t(filters.isNarrowed ? 'list.noneFiltered' : `list.noneText.${who}`)}
              />
            ) : (
              <ResultList>
                {pages.items.map((card) => (
                  <IntroductionRow key={card.id} card={card} />
                ))}
              </ResultList>
            )
          }
        </Loaded>
        <Pager pages={pages} />
      </WithFilters>
    </>
  );
}
