import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { roomFilesApi, type DocumentRevision, type RoomDocument } from '#contracts/room-files.js';
import { urlOf } from '../../../api/client';
import { DateTime } from '../../../parts/format';
import { formatFileSize } from '../file-size';
import { RevokeButton } from './revoke-button';
import { revisionName } from './revision-name';
import classes from './files.module.css';

interface RevisionRowProps {
  room: Room;
  document: RoomDocument;
  revision: DocumentRevision;
  view: () => void;
}

/** A revision: what it is, what stands on it, and the ways to see it. */
export function RevisionRow({ room, document, revision, view }: RevisionRowProps) {
  const { t } = useTranslation('files');
  const { can, namedBy, revokedAt } = revision;
  const name = revisionName(revision, t);
  const address = urlOf(roomFilesApi.download, {
    params: { id: room.id, documentId: document.id, revision: revision.no },
  });
  const isMany = document.revisions.length > 1;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {revokedAt && (
          <Badge color="red" variant="light" tt="none">
            {t('revision.revoked')}
          </Badge>
        )}
        {(revision.scan === 'waiting' || revision.scan === 'infected') && (
          <Badge color={revision.scan === 'waiting' ? 'yellow' : 'red'} variant="light" tt="none">
            {t(`scan.${revision.scan}`)}
          </Badge>
        )}
        {namedBy.length > 0 && (
          <Badge color="blue" variant="light" tt="none">
            {t('revision.named', { offers: namedBy.join(', ') })}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="gray.7" component="div" className={classes.facts}>
        <span style={{ overflowWrap: 'anywhere' }}>{revision.fileName}</span>
        <span>{formatFileSize(revision.size)}</span>
        <span>{revision.by}</span>
        <DateTime at={revision.createdAt} />
      </Text>
      {revision.pages !== null && (revision.allPages ?? 0) > revision.pages && (
        <Text size="sm">{t('view.cut', { count: revision.pages, all: revision.allPages })}</Text>
      )}
      {revision.note && <Text size="sm">{revision.note}</Text>}
      {revokedAt && revision.revokeReason && (
        <Text size="sm">{t('revision.because', { reason: revision.revokeReason })}</Text>
      )}
      <Group gap="xs">
        {can.view && (
          <Button
            size="compact-sm"
            onClick={view}
            aria-label={t('view.label', { name, title: document.title })}
          >
            {t('view.open')}
          </Button>
        )}
        {can.download && (
          <Button
            component="a"
            href={address}
            download={revision.fileName}
            size="compact-sm"
            variant="default"
            aria-label={t('revision.downloadLabel', { name, title: document.title })}
          >
            {t('revision.download')}
          </Button>
        )}
        {can.revoke && isMany && <RevokeButton room={room} document={document} revision={revision} />}
      </Group>
    </Stack>
  );
}
