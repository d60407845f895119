import { Alert, Box, Button, Group, Image, Stack, Text } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { fairVisitorsApi, type FairTicket } from '#contracts/fair-visitors.js';
import { urlOf } from '../../api/client';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { TextLink } from '../../parts/text-link';
import { joinWords } from '../../parts/words';
import classes from './fair-ticket.module.css';
import { useFairDays, useTitleOf } from './fair-words';
import { GivenContacts } from './given-contacts';
import { keepTicket } from './own-ticket';
import { Called } from './own-turn';
import { QuestionnaireLink } from './questionnaire-link';

/** A visitor's ticket, opened by the mailed link: badge, favourites, talks. */
export default function FairTicketScreen() {
  const { t } = useTranslation('fairs');
  const { token }: { token?: string } = useSearch({ strict: false });
  const query = useEndpoint(
    fairVisitorsApi.ticket,
    { params: { token: token ?? '' } },
    { enabled: Boolean(token), refetchInterval: 20_000 },
  );
  if (!token)
    return (
      <>
        <PageHeader title={t('ticket.title')} />
        <EmptyState title={t('ticket.invalid')} text={t('ticket.invalidText')} />
      </>
    );
  return <Loaded query={query}>{(ticket) => <Ticket ticket={ticket} token={token} />}</Loaded>;
}

function Ticket({ ticket, token }: { ticket: FairTicket; token: string }) {
  const { t } = useTranslation('fairs');
  const titleOf = useTitleOf();
  const { fair, isConfirmed } = ticket;
  useEffect(() => {
    if (isConfirmed) keepTicket(fair.id, token);
  }, [isConfirmed, fair.id, token]);
  return (
    <Box maw="48rem">
      <PageHeader
        title={t('ticket.title')}
        lead={titleOf(fair)}
        back={{ to: `/fairs/${fair.id}`, label: t('ticket.toFair') }}
        action={
          isConfirmed && (
            <Button variant="default" onClick={() => window.print()}>
              {t('ticket.print')}
            </Button>
          )
        }
      />
      <Stack gap="md">
        {isConfirmed ? (
          <>
            <Called talks={ticket.talks} fairId={fair.id} />
            <QuestionnaireLink
              state={ticket.questionnaire}
              to={`/fair-questionnaire?token=${encodeURIComponent(token)}`}
            />
            <Badge ticket={ticket} token={token} />
            <Favourites ticket={ticket} />
            <Talks ticket={ticket} />
            <GivenContacts ticket={ticket} token={token} />
            <Text size="sm" c="dimmed" className="no-print">
              {t('ticket.keep')}
            </Text>
          </>
        ) : (
          <Confirm token={token} />
        )}
      </Stack>
    </Box>
  );
}

function Confirm({ token }: { token: string }) {
  const { t } = useTranslation('fairs');
  const confirm = useCommand(fairVisitorsApi.confirm);
  return (
    <Panel>
      <Stack align="flex-start">
        <Text>{t('ticket.confirmText')}</Text>
        {confirm.error && (
          <Alert color="red" role="alert">
            {confirm.error.message}
          </Alert>
        )}
        <Button
          loading={confirm.isPending}
          onClick={() =>
            confirm.mutate({ params: { token } }, { onSuccess: () => tell(t('ticket.confirmed')) })
          }
        >
          {t('ticket.confirm')}
        </Button>
      </Stack>
    </Panel>
  );
}

/** What is printed and worn: the name large, and the code twice. */
function Badge({ ticket, token }: { ticket: FairTicket; token: string }) {
  const { t } = useTranslation('fairs');
  const titleOf = useTitleOf();
  const daysOf = useFairDays();
  const { fair, code } = ticket;
  const split = `${code.slice(0, 4)}-${code.slice(4)}`;
  return (
    <section className={classes.badge} aria-label={t('ticket.badge')}>
      <Text fw={650}>{titleOf(fair)}</Text>
      <Text size="sm">
        {t('ticket.hours', { days: daysOf(fair), from: fair.from, until: fair.until })} {fair.place}
      </Text>
      <Group justify="space-between" align="center" mt="md" gap="md">
        <div>
          <Text>{ticket.organisation}</Text>
          <Text fz={28} fw={700} lh={1.2}>
            {ticket.name}
          </Text>
          <Text size="sm" mt="sm">
            {t('ticket.code')} <strong>{split}</strong>
          </Text>
          {ticket.checkedInAt && <Text size="sm">{t('ticket.checkedIn')}</Text>}
        </div>
        <Image
          src={urlOf(fairVisitorsApi.qr, { params: { token } })}
          alt={t('ticket.qrAlt', { code: split })}
          w={150}
          h={150}
        />
      </Group>
    </section>
  );
}

function Favourites({ ticket: { favourites, fair } }: { ticket: FairTicket }) {
  const { t } = useTranslation('fairs');
  return (
    <div className="no-print">
      <Panel
        title={t('ticket.favourites')}
        action={
          favourites.length > 1 && (
            <Button
              component={Link}
              size="xs"
              variant="default"
              to={`/fairs/${fair.id}?exhibitor=${favourites.map((one) => one.exhibitorId).join(',')}`}
            >
              {t('route.favourites')}
            </Button>
          )
        }
      >
        {favourites.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('ticket.noFavourites')}
          </Text>
        )}
        <RecordList>
          {favourites.map(({ exhibitorId, name, booths }) => (
            <RecordRow key={exhibitorId} aside={<Text size="sm">{joinWords(booths)}</Text>}>
              <TextLink to="/fairs/$id/booths/$exhibitorId" params={{ id: fair.id, exhibitorId }}>
                {name}
              </TextLink>
            </RecordRow>
          ))}
        </RecordList>
      </Panel>
    </div>
  );
}

function Talks({ ticket: { talks, fair } }: { ticket: FairTicket }) {
  const { t } = useTranslation('fairs');
  return (
    <div className="no-print">
      <Panel title={t('ticket.talks')}>
        {talks.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('ticket.noTalks')}
          </Text>
        )}
        <RecordList>
          {talks.map(({ id, exhibitorId, company, state, before }) => (
            <RecordRow
              key={id}
              aside={
                <Text size="sm">
                  {t(`talkState.${state}`)} {before !== null && t('ticket.before', { n: before })}
                </Text>
              }
            >
              <TextLink to="/fairs/$id/booths/$exhibitorId" params={{ id: fair.id, exhibitorId }}>
                {company}
              </TextLink>
            </RecordRow>
          ))}
        </RecordList>
      </Panel>
    </div>
  );
}
