import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { roomFilesApi } from '#contracts/room-files.js';
import { useEndpoint } from '../../../api/use-endpoint';
import { TextLink } from '../../../parts/text-link';
import { ndaWaitsFor } from './nda-waits';

interface NdaNoteProps {
  room: Room;
  /** Opens the terms in a tab of their own, where leaving would lose what is being typed or chosen. */
  apart?: boolean;
}

/** That a confidential drawing can be shown only after both companies' acceptance; nothing once both have accepted. */
export function NdaNote({ room, apart = false }: NdaNoteProps) {
  const { t } = useTranslation('files');
  const { data } = useEndpoint(roomFilesApi.nda, { params: { id: room.id } });
  const waitsFor = data ? ndaWaitsFor(room, data) : null;
  if (!waitsFor || room.state === 'closed') return null;
  return (
    <Text size="sm">
      {t(`ndaNote.${waitsFor}`)}{' '}
      <TextLink
        to="/rooms/$id"
        params={{ id: room.id }}
        search={{ tab: 'files' }}
        inherit
        underline="always"
        {...(apart && { target: '_blank', rel: 'noreferrer' })}
      >
        {t(waitsFor === 'other' ? 'ndaNote.read' : 'ndaNote.accept')}
      </TextLink>
    </Text>
  );
}
