import { Checkbox, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { offersApi, type Offer } from '#contracts/offers.js';
import { onlyLots } from '#contracts/term-totals.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { formatDay } from '../../parts/format';
import { OfferTermList } from './offer-term-list';
import { StatutoryCheck } from './statutory-check';
import { useOfferWords } from './use-offer-words';

/** The whole terms once more, before they bind both companies; some lots alone where the offer allows that. */
export function AcceptOffer({ room, offer }: { room: Room; offer: Offer }) {
  const { t } = useTranslation(['negotiations', 'offers']);
  const navigate = useNavigate();
  const accept = useCommand(offersApi.accept);
  const [lots, setLots] = useState(() => offer.terms.lots.map(({ key }) => key));
  const chosen = offer.can.acceptSome ? lots : offer.terms.lots.map(({ key }) => key);
  return (
    <ConfirmButton
      variant="filled"
      label={t('offer.accept')}
      title={t('offer.acceptTitle', { no: offer.no, company: room[offer.side].name })}
      text={t('offer.acceptText', { owner: room.owner.name, candidate: room.candidate.name })}
      confirmLabel={t('offer.acceptConfirm')}
      onConfirm={async () => {
        if (chosen.length === 0) throw new Error(t('offers:accept.needed'));
        const agreement = await accept.mutateAsync({
          params: { id: room.id, offerId: offer.id },
          body: { sha256: offer.sha256, lots: chosen },
        });
        tell(t('offer.accepted'));
        void navigate({ to: '/agreements/$id', params: { id: agreement.id } });
      }}
    >
      <Stack gap="sm">
        {offer.can.acceptSome && <WhichLots offer={offer} chosen={chosen} choose={setLots} />}
        <OfferTermList terms={onlyLots(offer.terms, chosen)} />
        {chosen.length > 0 && <StatutoryCheck roomId={room.id} terms={onlyLots(offer.terms, chosen)} />}
        {offer.orderRevision !== null && (
          <Text size="sm" c="dimmed">
            {t('offer.onRevision', { revision: offer.orderRevision })}
          </Text>
        )}
      </Stack>
    </ConfirmButton>
  );
}

interface WhichLotsProps {
  offer: Offer;
  chosen: string[];
  choose: (lots: string[]) => void;
}

function WhichLots({ offer, chosen, choose }: WhichLotsProps) {
  const { t } = useTranslation('offers');
  const words = useOfferWords();
  return (
    <Checkbox.Group
      label={t('accept.which')}
      description={t('accept.whichHint')}
      value={chosen}
      onChange={choose}
    >
      <Stack gap="xs" mt="xs">
        {offer.terms.lots.map((lot, i) => (
          <Group key={lot.key}>
            <Checkbox
              value={lot.key}
              label={`${words.lotName(lot, i)} ${formatDay(lot.deliverOn)} ${words.lot(lot, offer.terms)}`}
            />
          </Group>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
