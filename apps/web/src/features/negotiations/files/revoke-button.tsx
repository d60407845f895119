import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { roomFilesApi, type DocumentRevision, type RoomDocument } from '#contracts/room-files.js';
import { useCommand } from '../../../api/use-endpoint';
import { tell } from '../../../forms/tell';
import { ConfirmButton } from '../../../parts/confirm-button';
import { revisionName } from './revision-name';

interface RevokeButtonProps {
  room: Room;
  document: RoomDocument;
  /** Null: all of them. */
  revision: DocumentRevision | null;
}

/** Takes a document, or one revision, back from the others. */
export function RevokeButton({ room, document, revision }: RevokeButtonProps) {
  const { t } = useTranslation('files');
  const revoke = useCommand(roomFilesApi.revoke);
  const { title } = document;
  const what = revision ? `${title} ${revisionName(revision, t)}` : title;
  return (
    <ConfirmButton
      danger
      size="compact-sm"
      label={t(revision ? 'revoke.one' : 'revoke.all')}
      aria-label={`${t(revision ? 'revoke.one' : 'revoke.all')} ${what}`}
      title={t('revoke.title', { what })}
      text={t('revoke.text')}
      confirmLabel={t('revoke.confirm')}
      reason={{ label: t('revoke.reason'), description: t('revoke.reasonHint'), needed: true }}
      onConfirm={async (reason) => {
        await revoke.mutateAsync({
          params: { id: room.id, documentId: document.id },
          body: { revision: revision?.no ?? null, reason },
        });
        tell(t('revoke.done'));
      }}
    />
  );
}
