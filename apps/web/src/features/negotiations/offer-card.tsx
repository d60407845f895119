import { Alert, Anchor, Button, Collapse, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import type { Offer } from '#contracts/offers.js';
import { DateTime, formatDateTime } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';
import { joinWords } from '../../parts/words';
import { OfferActions } from './offer-actions';
import { OfferChanges } from './offer-changes';
import { OfferTermList } from './offer-term-list';
import { useOfferWords } from './use-offer-words';

interface OfferCardProps {
  room: Room;
  offer: Offer;
  before: Offer | undefined;
  /** Shows its terms at once, and what can be done with it. */
  opened?: boolean;
}

/** One round: who offered what and when, what changed, how it stands. */
export function OfferCard({ room, offer, before, opened: first = false }: OfferCardProps) {
  const { t } = useTranslation('negotiations');
  const words = useOfferWords();
  const [opened, { toggle }] = useDisclosure(first);
  return (
    <Paper component="article" withBorder p="md" bg="white" aria-label={t('offer.round', { no: offer.no })}>
      <Stack gap="sm">
        <div>
          <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
            <Text fw={650}>{t('offer.by', { no: offer.no, company: room[offer.side].name })}</Text>
            <StateBadge kind="offer" state={offer.state} />
          </Group>
          <Text size="sm" c="dimmed">
            <DateTime at={offer.createdAt} /> {offer.by}
          </Text>
        </div>
        <Text fw={650} fz="lg">
          {t('offer.total', { yen: words.net(offer.terms) })}
        </Text>
        <OfferChanges offer={offer} before={before} />
        {offer.reason && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {t('offer.reason', { reason: offer.reason })}
          </Text>
        )}
        <WhoAccepted room={room} offer={offer} />
        {offer.outdated && <Outdated room={room} offer={offer} />}
        <OfferActions room={room} offer={offer} />
        {!first && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={toggle}
            aria-expanded={opened}
            style={{ alignSelf: 'flex-start' }}
          >
            {t(opened ? 'offer.hideTerms' : 'offer.showTerms')}
          </Button>
        )}
        <Collapse expanded={opened}>
          <OfferTermList terms={offer.terms} roomId={room.id} />
        </Collapse>
      </Stack>
    </Paper>
  );
}

/** The order was amended after this offer: what that means, and where to read the new revision. */
function Outdated({ room, offer }: { room: Room; offer: Offer }) {
  const { t } = useTranslation('negotiations');
  return (
    <Alert color="yellow" title={t('offer.outdatedTitle', { revision: room.subject.revision ?? '' })}>
      <Text size="sm">{t(offer.can.confirm ? 'offer.outdatedOwn' : 'offer.outdatedOther')}</Text>
      <Anchor component={Link} to={`/orders/${room.subject.id}`} size="sm" underline="always">
        {t('offer.toOrder')}
      </Anchor>
    </Alert>
  );
}

/** Who said yes for the other side, when, and to which lots. */
function WhoAccepted({ room, offer }: { room: Room; offer: Offer }) {
  const { t } = useTranslation('offers');
  const words = useOfferWords();
  const yes =
    offer.state === 'accepted' ? offer.acceptances.find(({ side }) => side !== offer.side) : undefined;
  if (!yes) return null;
  const lots = offer.terms.lots.flatMap((lot, i) =>
    offer.acceptedLots?.includes(lot.key) ? [words.lotName(lot, i)] : [],
  );
  return (
    <Text size="sm">
      {t('accept.by', { company: room[yes.side].name, by: yes.by, at: formatDateTime(yes.at) })}
      {offer.acceptedLots && ` ${t('accept.lots', { lots: joinWords(lots) })}`}
    </Text>
  );
}
