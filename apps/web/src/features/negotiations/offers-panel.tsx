import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import type { Offer } from '#contracts/offers.js';
import { EmptyState } from '../../parts/empty-state';
import { OfferCard } from './offer-card';
import { OfferForm } from './offer-form';

/** Opens the form for an offer, or for a counter-offer where there is one already. */
export function MakeOfferButton({ room, offers }: { room: Room; offers: Offer[] }) {
  const { t } = useTranslation('negotiations');
  const [opened, { open, close }] = useDisclosure(false);
  const narrow = useMediaQuery('(max-width: 48em)');
  const label = t(offers.length > 0 ? 'offer.counter' : 'offer.make');
  // Where an offer waits for the viewer's answer, answering it is the main thing.
  const isMain = !offers.some((offer) => offer.can.accept || offer.can.confirm);
  return (
    <>
      <Button variant={isMain ? 'filled' : 'default'} onClick={open}>
        {label}
      </Button>
      <Modal opened={opened} onClose={close} title={label} size="lg" fullScreen={narrow}>
        <OfferForm room={room} last={offers.at(-1)} onMade={close} />
      </Modal>
    </>
  );
}

/** The present round with what can be done, and the earlier ones in short. */
export function OfferRounds({ room, offers }: { room: Room; offers: Offer[] }) {
  const { t } = useTranslation('negotiations');
  const last = offers.at(-1);
  if (!last) return <EmptyState title={t('offer.none')} text={t('offer.noneText')} />;
  const earlier = offers.slice(0, -1).toReversed();
  return (
    <Stack gap="sm">
      <OfferCard key={last.id} room={room} offer={last} before={offers.at(-2)} opened />
      {earlier.length > 0 && (
        <Text fw={600} size="sm" mt="xs">
          {t('offer.earlier', { count: earlier.length })}
        </Text>
      )}
      {earlier.map((offer) => (
        <OfferCard key={offer.id} room={room} offer={offer} before={offers[offers.indexOf(offer) - 1]} />
      ))}
    </Stack>
  );
}
