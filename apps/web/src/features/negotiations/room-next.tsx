import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import type { Offer } from '#contracts/offers.js';
import { roomFilesApi } from '#contracts/room-files.js';
import { signingApi } from '#contracts/signing.js';
import { useEndpoint } from '../../api/use-endpoint';
import { TextLink } from '../../parts/text-link';
import { NdaNote } from './files/nda-note';
import { ndaWaitsFor } from './files/nda-waits';
import type { RoomTab } from './room-tabs';
import classes from './room.module.css';

/**
 * What waits for the viewer's company and is told nowhere else in the room, with the way there: a signature, or the
 * confidentiality terms. Nothing for those who broker, and for partners of a team.
 */
export function RoomNext({ room, offers, tab }: { room: Room; offers: readonly Offer[]; tab: RoomTab }) {
  const { role } = room.viewer;
  if (room.state === 'closed' || room.paused || (role !== 'owner' && role !== 'candidate')) return null;
  // Each of the two tabs says it itself.
  if (room.agreementId) return tab !== 'record' && <ToSign agreementId={room.agreementId} />;
  return tab !== 'files' && <ToAcceptNda room={room} offers={offers} />;
}

function ToSign({ agreementId }: { agreementId: string }) {
  const { t } = useTranslation('proof');
  const { data } = useEndpoint(signingApi.get, { params: { id: agreementId } });
  if (!data?.can.sign) return null;
  return (
    <div className={classes.next} role="note">
      <Text size="sm">
        {t('signing.next')} {t(`signing.needs.${data.method}`)}{' '}
        <TextLink to="/agreements/$id" params={{ id: agreementId }} inherit underline="always">
          {t('record.toSign')}
        </TextLink>
      </Text>
    </div>
  );
}

/** Until the talks are about prices, or as soon as the other side has accepted: not every room needs drawings. */
function ToAcceptNda({ room, offers }: { room: Room; offers: readonly Offer[] }) {
  const { data } = useEndpoint(roomFilesApi.nda, { params: { id: room.id } });
  const waitsFor = data ? ndaWaitsFor(room, data) : null;
  if (waitsFor !== 'own' && !(waitsFor === 'both' && offers.length === 0)) return null;
  return (
    <div className={classes.next} role="note">
      <NdaNote room={room} />
    </div>
  );
}
