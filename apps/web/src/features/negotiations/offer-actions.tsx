import { Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { negotiationsApi, type Offer, type Room } from '#contracts/negotiations.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { OfferTermList } from './offer-term-list';

/** What the viewer may do with an offer, as the server says. */
export function OfferActions({ room, offer }: { room: Room; offer: Offer }) {
  const { can } = offer;
  if (!can.accept && !can.withdraw && !can.decline && !can.confirm) return null;
  return (
    <Group gap="sm">
      {can.accept && <Accept room={room} offer={offer} />}
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

/** The whole terms once more, before they bind both companies. */
function Accept({ room, offer }: Props) {
  const { t } = useTranslation('negotiations');
  const navigate = useNavigate();
  const accept = useCommand(negotiationsApi.acceptOffer);
  return (
    <ConfirmButton
      variant="filled"
      label={t('offer.accept')}
      title={t('offer.acceptTitle', { no: offer.no, company: room[offer.side].name })}
      text={t('offer.acceptText', { owner: room.owner.name, candidate: room.candidate.name })}
      confirmLabel={t('offer.acceptConfirm')}
      onConfirm={async () => {
        const agreement = await accept.mutateAsync({ params: paramsOf({ room, offer }) });
        tell(t('offer.accepted'));
        void navigate({ to: '/agreements/$id', params: { id: agreement.id } });
      }}
    >
      <Stack gap={4}>
        <OfferTermList terms={offer.terms} />
        {offer.orderRevision !== null && (
          <Text size="sm" c="dimmed">
            {t('offer.onRevision', { revision: offer.orderRevision })}
          </Text>
        )}
      </Stack>
    </ConfirmButton>
  );
}

function Confirm({ room, offer }: Props) {
  const { t } = useTranslation('negotiations');
  const confirm = useCommand(negotiationsApi.confirmOffer);
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
  const decline = useCommand(negotiationsApi.declineOffer);
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
  const withdraw = useCommand(negotiationsApi.withdrawOffer);
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
