import { Alert, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fairVisitorsApi, type FairTicket } from '#contracts/fair-visitors.js';
import { useEndpoint } from '../../api/use-endpoint';
import { TextLink } from '../../parts/text-link';
import { ownTicket } from './own-ticket';

type Talk = FairTicket['talks'][number];
const isOpen = ({ state }: Talk): boolean => state === 'waiting' || state === 'talking';

interface OwnTurnProps {
  fairId: string;
  /** A booth whose page says it itself. */
  except?: string;
  /** The gap below, where there is something to say. */
  mb?: string;
}

/** Where a visitor waits or is called while they look at something else of the fair. */
export function OwnTurn(props: OwnTurnProps) {
  const token = ownTicket(props.fairId);
  return token && <OfTicket token={token} {...props} />;
}

function OfTicket({ token, fairId, except, mb = '0' }: OwnTurnProps & { token: string }) {
  const { t } = useTranslation('fairs');
  const ticket = useEndpoint(
    fairVisitorsApi.ticket,
    { params: { token } },
    { refetchInterval: ({ state }) => (state.data?.talks.some(isOpen) ? 20_000 : false) },
  );
  // Not of another fair, whose answer stays until this one's is there.
  const talks = ticket.isPlaceholderData ? [] : (ticket.data?.talks ?? []);
  const elsewhere = talks.filter((talk) => isOpen(talk) && talk.exhibitorId !== except);
  const waiting = elsewhere.filter(({ state }) => state === 'waiting');
  if (elsewhere.length === 0) return null;
  return (
    <Stack gap="sm" mb={mb}>
      <Called talks={elsewhere} fairId={fairId} />
      {waiting.map(({ id, exhibitorId, company, before }) => (
        <Alert key={id} color="gray" role="status" className="no-print">
          <Text size="sm">
            {t('talk.elsewhere', { company, n: (before ?? 0) + 1 })}{' '}
            <TextLink to="/fairs/$id/booths/$exhibitorId" params={{ id: fairId, exhibitorId }}>
              {t('talk.toBooth')}
            </TextLink>
          </Text>
        </Alert>
      ))}
    </Stack>
  );
}

/** Whose turn it is at a booth reads it before all else. */
export function Called({ talks, fairId }: { talks: readonly Talk[]; fairId: string }) {
  const { t } = useTranslation('fairs');
  return talks
    .filter(({ state }) => state === 'talking')
    .map(({ id, exhibitorId, company }) => (
      <Alert key={id} color="green" role="status" title={company} className="no-print">
        <Text size="sm" mb="sm">
          {t('talk.called')}
        </Text>
        <Button component={Link} to={`/fairs/${fairId}/booths/${exhibitorId}`}>
          {t('ticket.toTalk')}
        </Button>
      </Alert>
    ));
}
