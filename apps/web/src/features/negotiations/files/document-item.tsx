import { Badge, Button, Collapse, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import type { RoomDocument } from '#contracts/room-files.js';
import { DateTime } from '../../../parts/format';
import { RecordRow } from '../../../parts/record-list';
import { AccessList } from './access-list';
import { PreviewViewer } from './preview-viewer';
import { RevisionRow } from './revision-row';
import { RevokeButton } from './revoke-button';
import { Sender } from './upload-panel';
import classes from './files.module.css';

interface DocumentItemProps {
  room: Room;
  document: RoomDocument;
  maxMegabytes: number;
}

/** A document with its latest revision; the earlier ones on demand. `sought`: the one that the reader was led to. */
export function DocumentItem({ sought, ...props }: DocumentItemProps & { sought: boolean }) {
  const { room, document, maxMegabytes } = props;
  const { t } = useTranslation('files');
  const [viewed, setViewed] = useState<number | null>(null);
  const [allShown, { toggle }] = useDisclosure(sought);
  const [latest, ...earlier] = document.revisions;
  const shown = document.revisions.find(({ no }) => no === viewed);
  return (
    <RecordRow>
      <Stack gap={6} id={`document-${document.id}`} className={sought ? classes.sought : undefined}>
        <Heading room={room} document={document} />
        {document.hiddenBy && (
          <Text size="sm" c="gray.7">
            {t(`hidden.${document.hiddenBy}`)}
          </Text>
        )}
        {latest && (
          <RevisionRow {...{ room, document }} revision={latest} view={() => setViewed(latest.no)} />
        )}
        {earlier.length > 0 && (
          <div>
            <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={allShown}>
              {t(allShown ? 'revision.hideEarlier' : 'revision.earlier', { count: earlier.length })}
            </Button>
            <Collapse expanded={allShown}>
              <ul className={classes.revisions}>
                {earlier.map((revision) => (
                  <li key={revision.no}>
                    <RevisionRow {...{ room, document, revision }} view={() => setViewed(revision.no)} />
                  </li>
                ))}
              </ul>
            </Collapse>
          </div>
        )}
        <OwnActions {...{ room, document, maxMegabytes }} />
      </Stack>
      {shown && <PreviewViewer {...{ room, document }} revision={shown} close={() => setViewed(null)} />}
    </RecordRow>
  );
}

function Heading({ room, document }: { room: Room; document: RoomDocument }) {
  const { t } = useTranslation('files');
  return (
    <div>
      <Group gap="xs">
        <Text component="h3" fw={650} style={{ overflowWrap: 'anywhere' }}>
          {document.title ?? t('hidden.title')}
        </Text>
        <Badge
          color={{ open: 'gray', parties: 'blue', nda: 'orange' }[document.level]}
          variant="light"
          tt="none"
          c="dark.7"
        >
          {t(`level.${document.level}`)}
        </Badge>
      </Group>
      <Text size="sm" c="gray.7" component="div" className={classes.facts}>
        <span>No.{document.no}</span>
        <span>{t(`kind.${document.kind}`)}</span>
        <span>{room[document.side].name}</span>
        <DateTime at={document.createdAt} />
      </Text>
    </div>
  );
}

/** For the side whose document it is. */
function OwnActions({ room, document, maxMegabytes }: DocumentItemProps) {
  const { t } = useTranslation('files');
  const [revising, revision] = useDisclosure(false);
  const [reading, accesses] = useDisclosure(false);
  const { can, title } = document;
  if (!can.revise && !can.revoke && !can.seeAccesses) return null;
  return (
    <Group gap="xs">
      {can.revise && (
        <Button size="compact-sm" variant="default" onClick={revision.open}>
          {t('revision.add')}
        </Button>
      )}
      {can.seeAccesses && (
        <Button size="compact-sm" variant="default" onClick={accesses.open}>
          {t('access.open')}
        </Button>
      )}
      {can.revoke && <RevokeButton room={room} document={document} revision={null} />}
      <Modal opened={revising} onClose={revision.close} size="lg" title={t('revision.addTo', { title })}>
        <Sender room={room} document={document} maxMegabytes={maxMegabytes} onSent={revision.close} />
      </Modal>
      <Modal opened={reading} onClose={accesses.close} size="lg" title={t('access.title', { title })}>
        <AccessList room={room} document={document} />
      </Modal>
    </Group>
  );
}
