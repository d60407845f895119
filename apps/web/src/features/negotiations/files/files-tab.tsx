import { Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { roomFilesApi, type RoomDocuments } from '#contracts/room-files.js';
import { useEndpoint } from '../../../api/use-endpoint';
import { EmptyState } from '../../../parts/empty-state';
import { Loaded } from '../../../parts/loaded';
import { Panel } from '../../../parts/panel';
import { RecordList } from '../../../parts/record-list';
import { DisclosureSteps } from './disclosure-steps';
import { DocumentItem } from './document-item';
import { NdaPanel } from './nda-panel';
import { UploadPanel } from './upload-panel';

interface FilesTabProps {
  room: Room;
  /** The document that the address names. */
  sought: string | undefined;
}

/** 資料: how far the disclosure has come, the confidentiality terms, and the documents of both sides. */
export function FilesTab({ room, sought }: FilesTabProps) {
  const query = useEndpoint(roomFilesApi.list, { params: { id: room.id } });
  return (
    <Stack gap="md">
      <Loaded query={query}>{(documents) => <Files {...{ room, documents, sought }} />}</Loaded>
    </Stack>
  );
}

function Files({ room, documents, sought }: FilesTabProps & { documents: RoomDocuments }) {
  const { t } = useTranslation('files');
  const { items, ndaInForce, maxMegabytes, can } = documents;
  const isThere = items.some(({ id }) => id === sought);
  useEffect(() => {
    if (isThere) document.getElementById(`document-${sought}`)?.scrollIntoView({ block: 'center' });
  }, [isThere, sought]);
  return (
    <>
      <DisclosureSteps
        ndaInForce={ndaInForce}
        hasDrawings={items.some(({ level, kind }) => level === 'nda' && kind === 'drawing')}
      />
      <NdaPanel room={room} />
      <Panel title={t('list.title')} lead={t('list.lead')}>
        {items.length === 0 ? (
          <EmptyState title={t('list.none')} text={t(can.add ? 'list.noneText' : 'list.noneReader')} />
        ) : (
          <RecordList>
            {[...items].reverse().map((item) => (
              <DocumentItem
                key={item.id}
                {...{ room, maxMegabytes }}
                document={item}
                sought={item.id === sought}
              />
            ))}
          </RecordList>
        )}
      </Panel>
      {can.add ? (
        <UploadPanel room={room} ndaInForce={ndaInForce} maxMegabytes={maxMegabytes} />
      ) : (
        <Text size="sm" c="dimmed">
          {t(room.state === 'closed' ? 'upload.closed' : 'upload.notHere')}
        </Text>
      )}
    </>
  );
}
