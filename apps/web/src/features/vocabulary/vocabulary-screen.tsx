import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import {
  vocabularyApi,
  vocabularyQuery,
  vocabularySource,
  vocabularyState,
  type VocabularyKind,
} from '#contracts/vocabulary.js';
import { usePages, type Pages } from '../../api/use-endpoint';
import { ChoiceFilter } from '../../parts/choice-filter';
import { EmptyState } from '../../parts/empty-state';
import {
  FacetFilter,
  FilterPanel,
  SearchBox,
  useFilters,
  WithFilters,
  type Filters,
} from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { RecordList } from '../../parts/record-list';
import { ResultBar } from '../../parts/result-bar';
import { EntryForm } from './entry-form';
import { EntryRow } from './entry-row';
import { TryBox } from './try-box';
import { VocabularyExport, VocabularyImportButton } from './vocabulary-files';

const filterSchema = vocabularyQuery.omit({ cursor: true, limit: true });

/** The thesaurus: what words are understood as, and its editor for those who may change it. */
export default function VocabularyScreen() {
  const { t } = useTranslation('vocabulary');
  const filters = useFilters(filterSchema);
  const pages = usePages(vocabularyApi.list, { query: filters.value });
  const mayAdd = pages.first?.can.add === true;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} action={mayAdd && <AddButton />} />
      <TryBox />
      <WithFilters filters={<VocabularyFilters filters={filters} pages={pages} />}>
        <SearchBox value={filters.value.q} onSearch={(q) => filters.set({ q })} label={t('search')} />
        <ResultBar total={pages.first?.total}>
          {mayAdd && <VocabularyImportButton />}
          <VocabularyExport query={filters.value} />
        </ResultBar>
        <Loaded query={{ ...pages, data: pages.first }} lines={8}>
          {() =>
            pages.items.length === 0 ? (
              <EmptyState title={t('none')} text={t('noneText')} />
            ) : (
              <Panel>
                <RecordList>
                  {pages.items.map((entry) => (
                    <EntryRow key={entry.id} entry={entry} />
                  ))}
                </RecordList>
              </Panel>
            )
          }
        </Loaded>
        <Pager pages={pages} />
      </WithFilters>
    </>
  );
}

function AddButton() {
  const { t } = useTranslation('vocabulary');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Group>
      <Button onClick={open}>{t('add')}</Button>
      <Modal opened={opened} onClose={close} title={t('addTitle')} size="lg">
        <EntryForm entry={null} close={close} />
      </Modal>
    </Group>
  );
}

interface FiltersProps {
  filters: Filters<typeof filterSchema>;
  pages: Pages<typeof vocabularyApi.list>;
}

function VocabularyFilters({ filters, pages }: FiltersProps) {
  const { t } = useTranslation('vocabulary');
  return (
    <FilterPanel filters={filters}>
      <FacetFilter
        label={t('field.kind')}
        facet={pages.first?.facets.kind}
        value={filters.value.kind}
        onChange={(kind) => filters.set({ kind: kind as VocabularyKind[] })}
        nameOf={(kind) => t(`kind.${kind as VocabularyKind}`)}
      />
      <ChoiceFilter
        label={t('source.label')}
        value={filters.value.source}
        onChange={(source) => filters.set({ source })}
        options={vocabularySource.options.map((value) => ({ value, label: t(`source.${value}`) }))}
      />
      <ChoiceFilter
        label={t('state.label')}
        value={filters.value.state}
        onChange={(state) => filters.set({ state })}
        options={vocabularyState.options.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
    </FilterPanel>
  );
}
