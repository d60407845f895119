import { Badge, Checkbox, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairExhibitorsApi, productKind } from '#contracts/fair-exhibitors.js';
import { listOf } from '#contracts/shapes.js';
import { usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { SearchBox, useFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { ResultBar } from '../../parts/result-bar';
import { ResultItem, ResultList } from '../../parts/result-list';
import { TextLink } from '../../parts/text-link';
import { joinWords } from '../../parts/words';
import { InquiryButton } from './inquiry-button';

const filterSchema = z.object({ q: z.string().max(200).default(''), kind: listOf(productKind) });

/** Products, certified brands and licensed products of all exhibitors in one list. */
export function CatalogueTab({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const filters = useFilters(filterSchema);
  const pages = usePages(fairExhibitorsApi.catalogue, { params: { id: fair.id }, query: filters.value });
  return (
    <div>
      <Text c="dimmed" mb="sm">
        {t('catalogue.lead')}
      </Text>
      <SearchBox
        value={filters.value.q}
        onSearch={(q) => filters.set({ q })}
        label={t('catalogue.searchLabel')}
      />
      <Checkbox.Group
        mt="sm"
        aria-label={t('exhibitors.kind')}
        value={filters.value.kind}
        onChange={(chosen) => filters.set({ kind: chosen })}
      >
        <Group gap="md">
          {productKind.options.map((kind) => (
            <Checkbox key={kind} value={kind} size="sm" label={t(`kind.${kind}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <ResultBar total={pages.first?.total} />
      <Loaded query={{ ...pages, data: pages.first }} lines={8}>
        {() =>
          pages.items.length > 0 ? (
            <ResultList>
              {pages.items.map((one) => (
                <ResultItem
                  key={`${one.exhibitorId} ${one.no}`}
                  to={`/fairs/${fair.id}/booths/${one.exhibitorId}`}
                  title={one.name}
                  badges={
                    <Badge variant="outline" color="gray" radius="sm" tt="none">
                      {t(`kind.${one.kind}`)}
                    </Badge>
                  }
                  about={[one.company, one.mark].filter(Boolean).join(' / ')}
                  aside={
                    <>
                      <span>
                        {one.booths.length > 0 && t('exhibitors.booth', { no: joinWords(one.booths) })}
                      </span>
                      {one.inquiries !== null && (
                        <span>
                          {fair.can.organise ? (
                            <TextLink
                              to="/fairs/$id"
                              params={{ id: fair.id }}
                              search={{ tab: 'report', figure: 'inquiries', exhibitorId: one.exhibitorId }}
                            >
                              {t('catalogue.inquiries', { n: one.inquiries })}
                            </TextLink>
                          ) : (
                            t('catalogue.inquiries', { n: one.inquiries })
                          )}
                        </span>
                      )}
                      {one.inquiries === null && (
                        <InquiryButton
                          fair={fair}
                          exhibitorId={one.exhibitorId}
                          product={one.name}
                          company={one.company}
                        />
                      )}
                    </>
                  }
                >
                  {one.text && <Text size="sm">{one.text}</Text>}
                </ResultItem>
              ))}
            </ResultList>
          ) : (
            <EmptyState title={t('catalogue.none')} text={t('noneText')} />
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </div>
  );
}
