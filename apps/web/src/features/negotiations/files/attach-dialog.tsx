import { Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { roomFilesApi, type DocumentLevel } from '#contracts/room-files.js';
import { useEndpoint } from '../../../api/use-endpoint';
import { Loaded } from '../../../parts/loaded';
import { NdaNote } from './nda-note';
import { Sender } from './upload-panel';

interface AttachDialogProps {
  room: Room;
  files: readonly File[];
  /** Whether what is being written is for the two companies alone. */
  between: boolean;
  close: () => void;
}

/** Files of one of the two companies, chosen in the talk: each goes out as a document, under the step that is chosen here. */
export function AttachDialog({ room, files, between, close }: AttachDialogProps) {
  const { t } = useTranslation('files');
  const narrow = useMediaQuery('(max-width: 47.99em)');
  const query = useEndpoint(roomFilesApi.list, { params: { id: room.id } });
  return (
    <Modal opened onClose={close} size="lg" fullScreen={narrow} title={t('attach.title')}>
      <Stack gap="sm">
        <Text size="sm">{t('attach.lead')}</Text>
        <NdaNote room={room} apart />
        <Loaded query={query}>
          {({ ndaInForce, maxMegabytes }) => (
            <Sender
              {...{ room, maxMegabytes }}
              document={null}
              begun={{
                files,
                about: { kind: 'other', level: usualLevel(ndaInForce, between), label: '', note: '' },
              }}
              onSent={close}
            />
          )}
        </Loaded>
      </Stack>
    </Modal>
  );
}

/** The step that the room stands at. */
const usualLevel = (ndaInForce: boolean, between: boolean): DocumentLevel =>
  ndaInForce ? 'nda' : between ? 'parties' : 'open';
