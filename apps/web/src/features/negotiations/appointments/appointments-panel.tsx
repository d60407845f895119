import { Button, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { appointmentsApi } from '#contracts/appointments.js';
import type { Room } from '#contracts/negotiations.js';
import { usePages } from '../../../api/use-endpoint';
import { EmptyState } from '../../../parts/empty-state';
import { Loaded } from '../../../parts/loaded';
import { Pager } from '../../../parts/pager';
import { AppointmentCard } from './appointment-card';
import { AppointmentForm } from './appointment-form';
import type { Span } from './times-draft';
import { useBusy } from './use-busy';
import { useZone, ZoneSelect } from './zones';

/** 日程: the appointments of a room, and the way to a new one. `sought`: the one that the address names. */
export function AppointmentsPanel({ room, sought }: { room: Room; sought: string | undefined }) {
  const { t } = useTranslation('appointments');
  const pages = usePages(appointmentsApi.list, { params: { id: room.id } });
  const { first, items } = pages;
  const zone = useZone(first?.zone);
  const others = (first?.zones ?? []).filter(({ role }) => role !== room.viewer.role);
  const busy = useBusy(first ? spansOf(items) : []);
  const [proposing, { open, close }] = useDisclosure(false);
  const isThere = items.some(({ id }) => id === sought);
  useEffect(() => {
    if (isThere) document.getElementById(`appointment-${sought}`)?.scrollIntoView({ block: 'center' });
  }, [isThere, sought]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end" gap="sm">
        <ZoneSelect zone={zone} />
        {first?.can.propose && <Button onClick={open}>{t('propose')}</Button>}
      </Group>
      <Loaded query={{ ...pages, data: first }} lines={4}>
        {() =>
          items.length === 0 ? (
            <EmptyState title={t('none')} text={t('noneText')} />
          ) : (
            <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('list')}>
              {items.map((appointment) => (
                <AppointmentCard
                  key={appointment.id}
                  {...{ room, appointment, zone, others, busy }}
                  sought={appointment.id === sought}
                />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Pager pages={pages} />
      <Modal opened={proposing} onClose={close} title={t('propose')} size="lg">
        {proposing && <AppointmentForm roomId={room.id} {...{ zone, others }} done={close} />}
      </Modal>
    </Stack>
  );
}

/** All times that an appointment has or could have. */
const spansOf = (
  items: readonly { startsAt: string | null; endsAt: string | null; proposal: { times: Span[] } | null }[],
) =>
  items
    .flatMap(({ startsAt, endsAt, proposal }): Span[] => [
      ...(startsAt && endsAt ? [{ startsAt, endsAt }] : []),
      ...(proposal?.times ?? []),
    ])
    .filter(({ endsAt }) => Date.parse(endsAt) > Date.now());
