import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import type { RoomDocument } from '#contracts/room-files.js';
import { tell } from '../../../forms/tell';
import { Panel } from '../../../parts/panel';
import { ChosenFile } from './chosen-file';
import { FileChooser } from './file-chooser';
import { useUploads, type Begun } from './use-uploads';

interface UploadPanelProps {
  room: Room;
  ndaInForce: boolean;
  maxMegabytes: number;
}

/** New documents: choose or drop several, say what each is and who may see it, send. */
export function UploadPanel({ room, maxMegabytes }: UploadPanelProps) {
  const { t } = useTranslation('files');
  return (
    <Panel title={t('upload.heading')} lead={t('upload.lead')}>
      <Sender room={room} document={null} maxMegabytes={maxMegabytes} />
    </Panel>
  );
}

interface SenderProps {
  room: Room;
  /** Of which it is a new revision; null: a new document. */
  document: RoomDocument | null;
  maxMegabytes: number;
  /** What was chosen elsewhere. */
  begun?: Begun;
  onSent?: () => void;
}

/** What could not be sent stays chosen, with the reason, to be sent again. */
export function Sender({ room, document, maxMegabytes, begun, onSent }: SenderProps) {
  const { t } = useTranslation(['files', 'forms']);
  const [busy, setBusy] = useState(false);
  const tooLarge = (file: File) =>
    file.size > maxMegabytes * 1_048_576 ? t('forms:file.tooLarge', { megabytes: maxMegabytes }) : null;
  const uploads = useUploads(room.id, document?.id ?? null, tooLarge, begun);
  const { chosen } = uploads;
  const failed = chosen.some(({ problem }) => problem !== null);

  async function send() {
    setBusy(true);
    const sent = await uploads.send();
    setBusy(false);
    if (sent > 0) tell(t('upload.sent', { count: sent }));
    if (sent === chosen.length) onSent?.();
  }

  return (
    <Stack gap="sm">
      <FileChooser
        label={t(document ? 'upload.dropRevision' : 'upload.drop')}
        maxMegabytes={maxMegabytes}
        multiple={document === null}
        disabled={busy}
        onChosen={(files) =>
          uploads.choose(
            files,
            begun?.about ?? {
              kind: document?.kind ?? 'drawing',
              level: document?.level ?? 'nda',
              ...{ label: '', note: '' },
            },
          )
        }
      />
      {chosen.map((one) => (
        <ChosenFile
          key={one.clientId}
          chosen={one}
          uploads={uploads}
          isRevision={document !== null}
          busy={busy}
        />
      ))}
      {chosen.length > 0 && (
        <Group justify="flex-end">
          <Button loading={busy} onClick={() => void send()}>
            {t(failed ? 'upload.again' : 'upload.send', { count: chosen.length })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
