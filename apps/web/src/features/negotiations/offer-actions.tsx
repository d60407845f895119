import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { offersApi, type Offer } from '#contracts/offers.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { AcceptOffer } from './offer-accept';
import { OfferTermList } from './offer-term-list';

/** What the viewer may do with an offer, as the server says. */
export function OfferActions({ room, offer }: { room: Room; offer: Offer }) {
  const { can } = offer;
  if (!can.accept && !can.withdraw && !can.decline && !can.confirm) return null;
  return (
    <Group gap="sm">
      {can.accept && <AcceptOffer room={room} offer={offer} />}
      {can.confirm && <Confirm room={room} offer={offer} />}
      {can.decline && <Decline room={room} offer={offer} />}
      {can.withdraw && <Withdraw room={room} offer={offer} />}
    </Group>
  );
}

interface Props {
  room: Room;
  offer: Offer;
}

const paramsOf = ({ room, offer }: Props) => ({ id: room.id, offerId: offer.id });

function Confirm({ room, offer }: Props) {
  const { t } = useTranslation('negotiations');
  const confirm = useCommand(offersApi.confirm);
  return (
    <ConfirmButton
      variant="filled"
      label={t('offer.confirm')}
      title={t('offer.confirmTitle', { no: offer.no })}
      text={t('offer.confirmText', { revision: room.subject.revision ?? '' })}
      onConfirm={async () => {
        await confirm.mutateAsync({ params: paramsOf({ room, offer }) });
        tell(t('offer.confirmed'));
      }}
    >
      <OfferTermList terms={offer.terms} />
    </ConfirmButton>
  );
}

function Decline({ room, offer }: Props) {
  const { t } = useTranslation('negotiations');
  const decline = useCommand(offersApi.decline);
  return (
    <ConfirmButton
      label={t('offer.decline')}
      title={t('offer.declineTitle', { no: offer.no })}
      text={t('offer.declineText', { company: room[offer.side].name })}
      reason={{ label: t('offer.declineReason'), needed: false }}
      onConfirm={async (reason) => {
        await decline.mutateAsync({ params: paramsOf({ room, offer }), body: { reason } });
        tell(t('offer.declined'));
      }}
    />
  );
}

function Withdraw({ room, offer }: Props) {
  const { t } = useTranslation('negotiations');
  const withdraw = useCommand(offersApi.withdraw);
  return (
    <ConfirmButton
      danger
      label={t('offer.withdraw')}
      title={t('offer.withdrawTitle', { no: offer.no })}
      text={t('offer.withdrawText')}
      reason={{ label: t('offer.withdrawReason'), needed: false }}
      onConfirm={async (reason) => {
        await withdraw.mutateAsync({ params: paramsOf({ room, offer }), body: { reason } });
        tell(t('offer.withdrawn'));
      }}
    />
  );
}
