import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { negotiationsApi } from '#contracts/negotiations.js';
import { notificationsApi } from '#contracts/notifications.js';
import { call } from '../../api/client';
import { keyOf } from '../../api/use-endpoint';
import { useDocumentVisible } from './use-document-visible';

/** So long (ms) something is before the reader's eyes until it counts as read. */
const GLANCE = 600;

/** Marks the room as read up to `seq` while `looking`: the end of the conversation is on the screen. */
export function useReadMarks(roomId: string, seq: number, looking: boolean, readBefore: number): void {
  const client = useQueryClient();
  const visible = useDocumentVisible();
  const marked = useRef(readBefore);
  useEffect(() => {
    if (!looking || !visible || seq <= marked.current) return;
    const timer = setTimeout(() => {
      marked.current = seq;
      call(negotiationsApi.read, { params: { id: roomId }, body: { seq } }).then(
        () => {
          for (const endpoint of [negotiationsApi.list, notificationsApi.list])
            void client.invalidateQueries({ queryKey: keyOf(endpoint) });
        },
        () => {
          // Not marked: tried again with the next message.
          marked.current = readBefore;
        },
      );
    }, GLANCE);
    return () => clearTimeout(timer);
  }, [client, roomId, seq, looking, visible, readBefore]);
}
