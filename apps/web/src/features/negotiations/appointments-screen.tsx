import { Badge, Button, CopyButton, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { appointmentsApi, type Appointment } from '#contracts/appointments.js';
import { useCommand, useEndpoint, usePages } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { LinkList, LinkListItem } from '../../parts/link-list';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';
import { SpanText, useZone, ZoneSelect } from './appointments/zones';

const shown = z.object({ which: z.enum(['coming', 'past']).default('coming') });

/** Own appointments over all rooms, and the address that a calendar program reads them from. */
export default function AppointmentsScreen() {
  const { t } = useTranslation('appointments');
  const filters = useFilters(shown);
  const { which } = filters.value;
  const pages = usePages(appointmentsApi.mine, { query: { which } });
  const zone = useZone(pages.first?.zone);
  return (
    <>
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} />
      <Stack gap="lg">
        <Group justify="space-between" align="flex-end" gap="sm">
          <SegmentedControl
            aria-label={t('mine.which')}
            value={which}
            data={(['coming', 'past'] as const).map((value) => ({ value, label: t(`mine.${value}`) }))}
            onChange={(value) => filters.set({ which: value })}
          />
          <ZoneSelect zone={zone} />
        </Group>
        <Loaded query={{ ...pages, data: pages.first }}>
          {() =>
            pages.items.length === 0 ? (
              <EmptyState title={t(`mine.none.${which}`)} text={t('mine.noneText')} />
            ) : (
              <Panel>
                <LinkList>
                  {pages.items.map((one) => (
                    <Line key={one.id} appointment={one} zone={zone} />
                  ))}
                </LinkList>
              </Panel>
            )
          }
        </Loaded>
        <Pager pages={pages} />
        <Feed />
      </Stack>
    </>
  );
}

function Line({ appointment, zone }: { appointment: Appointment; zone: string }) {
  const { t } = useTranslation('appointments');
  const { startsAt, endsAt, proposal } = appointment;
  const first = startsAt && endsAt ? { startsAt, endsAt } : proposal?.times[0];
  return (
    <LinkListItem
      to={`/rooms/${appointment.roomId}?tab=appointments&appointment=${appointment.id}`}
      title={appointment.title}
      detail={
        <>
          {first && <SpanText span={first} zone={zone} others={[]} />}
          {!startsAt && proposal && proposal.times.length > 1 && (
            <Text inherit>{t('mine.more', { n: proposal.times.length - 1 })}</Text>
          )}
          <Text inherit>{appointment.roomTitle}</Text>
        </>
      }
      aside={
        <Stack gap={4} align="flex-end">
          <StateBadge kind="appointment" state={appointment.state} />
          {appointment.can.accept && (
            <Badge color="yellow" variant="light" tt="none">
              {t('mine.toAnswer')}
            </Badge>
          )}
        </Stack>
      }
    />
  );
}

/** The address for calendar programs: made on demand, and anew where it became known to somebody. */
function Feed() {
  const { t } = useTranslation('appointments');
  const query = useEndpoint(appointmentsApi.feed, {});
  const make = useCommand(appointmentsApi.makeFeed);
  const renew = async () => {
    await make.mutateAsync({});
    tell(t('feed.made'));
  };
  return (
    <Panel title={t('feed.title')} lead={t('feed.lead')}>
      <Loaded query={query} lines={2}>
        {({ address }) =>
          address === null ? (
            <Button variant="default" loading={make.isPending} onClick={() => void renew()}>
              {t('feed.make')}
            </Button>
          ) : (
            <Stack gap="sm">
              <TextInput
                label={t('feed.address')}
                readOnly
                value={address}
                onFocus={(e) => e.currentTarget.select()}
              />
              <Group gap="xs">
                <CopyButton value={address}>
                  {({ copied, copy }) => (
                    <Button variant="default" onClick={copy}>
                      {t(copied ? 'feed.copied' : 'feed.copy')}
                    </Button>
                  )}
                </CopyButton>
                <ConfirmButton
                  label={t('feed.renew')}
                  title={t('feed.renewTitle')}
                  text={t('feed.renewText')}
                  onConfirm={renew}
                />
              </Group>
            </Stack>
          )
        }
      </Loaded>
    </Panel>
  );
}
