import { Button } from '@mantine/core';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appointmentsApi } from '#contracts/appointments.js';
import { callsApi } from '#contracts/calls.js';
import { minutesApi } from '#contracts/minutes.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offersApi } from '#contracts/offers.js';
import { priceLedgerApi } from '#contracts/price-ledger.js';
import { recordsApi } from '#contracts/records.js';
import { signingApi } from '#contracts/signing.js';
import { roomFilesApi } from '#contracts/room-files.js';
import { statutoryApi } from '#contracts/statutory.js';
import { ApiError } from '../../api/client';
import { keyOf, useEndpoint } from '../../api/use-endpoint';
import { useLive } from '../../live/live';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { OfflineRoom } from './offline-room';
import { RoomView } from './room-view';

export default function RoomScreen() {
  const { id } = useParams({ from: '/rooms/$id' });
  return <RoomById key={id} id={id} />;
}

/** The room while one is its member; otherwise what has become of that. */
function RoomById({ id }: { id: string }) {
  const query = useEndpoint(negotiationsApi.get, { params: { id } });
  const isTakenOut = useTakenOut(id);
  useRoomNews(id);
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  if (isTakenOut || isMissing) return <NoRoom what={query.data ? 'left' : 'missing'} />;
  const isAway = query.isPaused || (query.error instanceof ApiError && query.error.status === 0);
  if (!query.data && isAway) return <OfflineRoom id={id} retry={() => void query.refetch()} />;
  return <Loaded query={query}>{(room) => <RoomView room={room} />}</Loaded>;
}

/** Reads again what the server says has changed. */
function useRoomNews(id: string): void {
  const client = useQueryClient();
  useLive('room:changed', ({ roomId, what }) => {
    if (roomId !== id) return;
    const params = { id };
    void client.invalidateQueries({ queryKey: keyOf(negotiationsApi.get, { params }) });
    if (what === 'appointments')
      for (const endpoint of [appointmentsApi.list, callsApi.get])
        void client.invalidateQueries({ queryKey: keyOf(endpoint, { params }) });
    if (what === 'record' || what === 'state') readRecordAgain(client, id);
    if (what === 'files')
      for (const endpoint of [roomFilesApi.list, roomFilesApi.nda])
        void client.invalidateQueries({ queryKey: keyOf(endpoint, { params }) });
    if (what !== 'offers') return;
    for (const endpoint of [offersApi.list, statutoryApi.room, priceLedgerApi.list])
      void client.invalidateQueries({ queryKey: keyOf(endpoint, { params }) });
  });
}

function readRecordAgain(client: QueryClient, id: string): void {
  for (const endpoint of [minutesApi.list, recordsApi.get])
    void client.invalidateQueries({ queryKey: keyOf(endpoint, { params: { id } }) });
  void client.invalidateQueries({ queryKey: keyOf(signingApi.get) });
}

/** Whether the viewer lost their place while they were looking. */
function useTakenOut(id: string): boolean {
  const [isTakenOut, setTakenOut] = useState(false);
  useLive('room:left', ({ roomId }) => {
    if (roomId === id) setTakenOut(true);
  });
  return isTakenOut;
}

function NoRoom({ what }: { what: 'left' | 'missing' }) {
  const { t } = useTranslation('negotiations');
  return (
    <>
      <PageHeader title={t(`gone.${what}Title`)} lead={t(`gone.${what}Text`)} />
      <Button component={Link} to="/rooms" variant="default">
        {t('room.toRooms')}
      </Button>
    </>
  );
}
