import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { roomFilesApi, type RoomDocument } from '#contracts/room-files.js';
import { usePages } from '../../../api/use-endpoint';
import { DateTime } from '../../../parts/format';
import { LoadError, Loading } from '../../../parts/loaded';
import { Pager } from '../../../parts/pager';
import { RecordList, RecordRow } from '../../../parts/record-list';
import { withMore } from '../../../parts/words';

/** Who looked at or fetched a document, for the side whose it is. */
export function AccessList({ room, document }: { room: Room; document: RoomDocument }) {
  const { t } = useTranslation('files');
  const pages = usePages(roomFilesApi.accesses, { params: { id: room.id, documentId: document.id } });
  if (pages.error) return <LoadError error={pages.error} retry={pages.refetch} />;
  if (pages.isPending) return <Loading lines={3} />;
  if (pages.items.length === 0) return <Text size="sm">{t('access.none')}</Text>;
  return (
    <>
      <RecordList>
        {pages.items.map((access) => (
          <RecordRow key={access.id} aside={<DateTime at={access.at} />}>
            <Text size="sm" fw={600}>
              {access.name}
              <Text span inherit fw={400}>
                {withMore('', access.organisation)}
              </Text>
            </Text>
            <Text size="sm" c="gray.7">
              {t(`access.${access.what}`, { revision: access.revision, page: access.page })}
            </Text>
          </RecordRow>
        ))}
      </RecordList>
      <Pager pages={pages} />
    </>
  );
}
