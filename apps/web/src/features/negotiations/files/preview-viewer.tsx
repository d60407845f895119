import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import type { DocumentRevision, RoomDocument } from '#contracts/room-files.js';
import { Loading } from '../../../parts/loaded';
import { revisionName } from './revision-name';
import { usePagePicture } from './use-page-picture';
import classes from './files.module.css';

interface PreviewViewerProps {
  room: Room;
  document: RoomDocument;
  revision: DocumentRevision;
  close: () => void;
}

/** The pages of a revision, one at a time, each with its viewer's name over it. */
export function PreviewViewer({ room, document, revision, close }: PreviewViewerProps) {
  const { t } = useTranslation('files');
  const narrow = useMediaQuery('(max-width: 47.99em)');
  return (
    <Modal
      opened
      onClose={close}
      size="min(72rem, 96vw)"
      fullScreen={narrow}
      title={`${document.title} ${revisionName(revision, t)}`}
    >
      <Pages room={room} document={document} revision={revision} />
    </Modal>
  );
}

function Pages({ room, document, revision }: Omit<PreviewViewerProps, 'close'>) {
  const { t } = useTranslation('files');
  const [page, setPage] = useState(1);
  const [large, setLarge] = useState(false);
  const count = revision.pages ?? 1;
  const turn = (by: number) => setPage((now) => Math.min(count, Math.max(1, now + by)));
  useHotkeys([
    ['ArrowLeft', () => turn(-1)],
    ['ArrowRight', () => turn(1)],
  ]);
  const picture = usePagePicture({ id: room.id, documentId: document.id, revision: revision.no, page });
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Button size="compact-md" variant="default" disabled={page === 1} onClick={() => turn(-1)}>
            {t('view.back')}
          </Button>
          <Text size="sm" role="status">
            {t('view.page', { page, count })}
          </Text>
          <Button size="compact-md" variant="default" disabled={page === count} onClick={() => turn(1)}>
            {t('view.next')}
          </Button>
        </Group>
        <Button size="compact-md" variant="default" aria-pressed={large} onClick={() => setLarge(!large)}>
          {t(large ? 'view.fit' : 'view.large')}
        </Button>
      </Group>
      {!revision.can.view ? (
        <Alert color="red" role="alert">
          {t('view.gone')}
        </Alert>
      ) : picture.error ? (
        <Alert color="red" role="alert">
          {picture.error.message}
        </Alert>
      ) : picture.src ? (
        <div
          className={classes.frame}
          tabIndex={0}
          role="region"
          aria-label={t('view.page', { page, count })}
        >
          <img
            className={classes.page}
            data-large={large || undefined}
            src={picture.src}
            alt={t('view.alt', { title: document.title, page })}
            draggable={false}
          />
        </div>
      ) : (
        <Loading lines={6} />
      )}
      {(revision.allPages ?? 0) > count && (
        <Text size="sm">{t('view.cut', { count, all: revision.allPages })}</Text>
      )}
      <Text size="xs" c="gray.7">
        {t('view.marked')}
      </Text>
    </Stack>
  );
}
