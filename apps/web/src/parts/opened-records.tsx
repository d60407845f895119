import { CloseButton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '#contracts/endpoint.js';
import type { Pages } from '../api/use-endpoint';
import { Loaded } from './loaded';
import { Pager } from './pager';
import { Panel } from './panel';
import { RecordList, RecordRow } from './record-list';

interface OpenedRecordsProps<E extends Endpoint, T> {
  title: string;
  lead?: ReactNode;
  /** Said where the figure is of nothing. */
  none: string;
  pages: Pages<E> & { items: T[] };
  close: () => void;
  aside?: (record: T) => ReactNode;
  children: (record: T) => ReactNode;
}

/** The records that a figure is made of, where it was opened. */
export function OpenedRecords<E extends Endpoint, T extends { id: string }>({
  title,
  lead,
  none,
  pages,
  close,
  aside,
  children,
}: OpenedRecordsProps<E, T>) {
  const { t } = useTranslation('parts');
  const records: readonly T[] = pages.items;
  return (
    <Panel title={title} lead={lead} action={<CloseButton aria-label={t('records.close')} onClick={close} />}>
      <Loaded query={{ ...pages, data: pages.first }}>
        {() => (
          <>
            {records.length === 0 && (
              <Text size="sm" c="dimmed">
                {none}
              </Text>
            )}
            <RecordList>
              {records.map((record) => (
                <RecordRow key={record.id} aside={aside?.(record)}>
                  {children(record)}
                </RecordRow>
              ))}
            </RecordList>
          </>
        )}
      </Loaded>
      <Pager pages={pages} />
    </Panel>
  );
}
