import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Message, Room } from '#contracts/negotiations.js';
import type { Offer } from '#contracts/offers.js';
import { roomFilesApi } from '#contracts/room-files.js';
import { useEndpoint } from '../../api/use-endpoint';
import { formatYen } from '../../parts/format';
import { TextLink } from '../../parts/text-link';
import { OfferChanges } from './offer-changes';
import { formatTime } from './talk-times';
import classes from './talk.module.css';

interface EntryItemProps {
  room: Room;
  message: Message;
  offers: Offer[];
}

const offerSteps = ['made', 'withdrawn', 'declined', 'confirmed', 'expired', 'accepted'] as const;
const systemKeys = [
  'room-opened',
  'room-closed',
  'member-added',
  'member-left',
  'member-removed',
  'order-amended',
  'work-stated',
  'facts-asked',
  'price-asked',
  'price-answered',
  'price-signed',
  'price-settled',
  'price-withdrawn',
  'between-parties',
  'call-started',
  'call-ended-left',
  'call-ended-time',
  'call-ended-paused',
  'call-ended-closed',
  'appointment-proposed',
  'appointment-move-asked',
  'appointment-accepted',
  'appointment-confirmed',
  'appointment-moved',
  'appointment-kept',
  'appointment-cancelled',
  'speaks',
  'silent',
  'room-paused',
  'room-resumed',
  'agreement-signed',
  'agreement-in-force',
  'nda-accepted',
  'nda-in-force',
  'document-added',
  'document-revised',
  'document-revoked',
  'document-infected',
  'attachment-infected',
  'minutes-drafted',
  'minutes-agreed',
  'minutes-confirmed',
  'minutes-dropped',
  'decision-marked',
  'decision-unmarked',
  'partner-joined',
  'partner-left',
  'team-ended',
  'team-lead-left',
  'dispute-opened',
  'dispute-decided',
  'dispute-ended',
  'lot-committed',
  'lot-listed',
  'lot-drawn',
] as const;

/** What happened in the room, between what was said: offers and the room's own notes. */
export function EntryItem(props: EntryItemProps) {
  return props.message.kind === 'offer' ? <OfferEntry {...props} /> : <SystemEntry {...props} />;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function OfferEntry({ room, message, offers }: EntryItemProps) {
  const { t } = useTranslation('negotiations');
  const { what, no, side, totalYen, reason, revision, agreementId, offerId } = message.data;
  const step = offerSteps.find((name) => name === what);
  const index = offers.findIndex(({ id }) => id === offerId);
  const offer = offers[index];
  const company = room[side === 'owner' ? 'owner' : 'candidate'].name;
  const by = message.sender?.organisation || company;
  const blanks = { no: textOf(no), company, by, reason: textOf(reason), revision: textOf(revision) };
  return (
    <li className={classes.entry}>
      <Text size="sm" fw={650}>
        {step ? t(`room.offer.${step}`, blanks) : t('room.offer.changed', blanks)}
      </Text>
      {(step === 'made' || step === 'accepted') && typeof totalYen === 'number' && (
        <Text size="sm">{t('offer.total', { yen: formatYen(totalYen) })}</Text>
      )}
      {step === 'made' && offer && <OfferChanges offer={offer} before={offers[index - 1]} />}
      {textOf(reason) && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {t('offer.reason', { reason: textOf(reason) })}
        </Text>
      )}
      <Text size="xs" c="gray.7" mt={2}>
        <time dateTime={message.createdAt}>{formatTime(message.createdAt)}</time>
        {message.sender && ` ${message.sender.name} `}
        {step === 'accepted' && textOf(agreementId) && (
          <Anchor component={Link} to={`/agreements/${textOf(agreementId)}`} inherit underline="always">
            {t('room.toAgreement')}
          </Anchor>
        )}
      </Text>
    </li>
  );
}

function SystemEntry({ room, message }: EntryItemProps) {
  const { t } = useTranslation('negotiations');
  const { key, name, reason, revision, no, seq, lot } = message.data;
  const known = systemKeys.find((each) => each === key);
  const by = message.sender?.name ?? t('talk.theRoom');
  return (
    <li className={classes.note}>
      <time dateTime={message.createdAt}>{formatTime(message.createdAt)}</time>{' '}
      {known
        ? t(`room.system.${known}`, {
            name: textOf(name),
            reason: textOf(reason),
            revision: textOf(revision),
            no: textOf(no),
            seq: textOf(seq),
            lot: textOf(lot),
            by,
          })
        : t('room.system.changed')}
      {(known?.startsWith('minutes-') || known?.startsWith('agreement-')) && (
        <>
          {' '}
          <Anchor component={Link} to={`/rooms/${room.id}?tab=record`} inherit underline="always">
            {t('room.toRecord')}
          </Anchor>
        </>
      )}
      {known?.startsWith('price-') && (
        <>
          {' '}
          <Anchor component={Link} to={`/rooms/${room.id}/prices`} inherit underline="always">
            {t('room.toPrices')}
          </Anchor>
        </>
      )}
      {known?.startsWith('document-') && (
        <>
          {' '}
          <ToDocument roomId={room.id} id={textOf(message.data['documentId'])} />
        </>
      )}
      {(known?.startsWith('dispute-') || known?.startsWith('lot-')) && room.can.seeDeal && (
        <>
          {' '}
          <Anchor
            component={Link}
            to={`/disputes/${textOf(message.data['disputeId'])}`}
            inherit
            underline="always"
          >
            {t('room.toCouncil')}
          </Anchor>
        </>
      )}
      {known?.startsWith('nda-') && (
        <>
          {' '}
          <TextLink
            to="/rooms/$id"
            params={{ id: room.id }}
            search={{ tab: 'files' }}
            inherit
            underline="always"
          >
            {t('room.toFiles')}
          </TextLink>
        </>
      )}
      {known?.startsWith('appointment-') && (
        <>
          {' '}
          <Anchor
            component={Link}
            to={`/rooms/${room.id}?tab=appointments&appointment=${textOf(message.data['appointmentId'])}`}
            inherit
            underline="always"
          >
            {t('room.toAppointments')}
          </Anchor>
        </>
      )}
      {known === 'order-amended' && (
        <>
          {' '}
          <Anchor component={Link} to={`/orders/${room.subject.id}`} inherit underline="always">
            {t('offer.toOrder')}
          </Anchor>
        </>
      )}
    </li>
  );
}

/** To a document that the entry is about, by its title as far as the reader may know it: the record does not say it. */
function ToDocument({ roomId, id }: { roomId: string; id: string }) {
  const { t } = useTranslation('negotiations');
  const { data } = useEndpoint(roomFilesApi.list, { params: { id: roomId } });
  const document = data?.items.find((one) => one.id === id);
  return (
    <Anchor component={Link} to={`/rooms/${roomId}?tab=files&document=${id}`} inherit underline="always">
      {document?.title ?? t('room.toFiles')}
    </Anchor>
  );
}
