import { useState } from 'react';
import { negotiationsApi } from '#contracts/negotiations.js';
import { call } from '../../api/client';
import type { ConversationChange } from './conversation';

/** A file on its way into the room. */
export interface Upload {
  clientId: string;
  file: File;
  /** Sent so far, 0–1. */
  share: number;
  /** Why it was not taken, in words. */
  problem: string | null;
}

export interface Attachments {
  uploads: Upload[];
  add: (files: Iterable<File>) => void;
  again: (upload: Upload) => void;
  discard: (clientId: string) => void;
}

/** Sends files of who is no party into the room, for everybody there, each with its progress; the same client id again is no second file. */
export function useAttachments(roomId: string, change: (change: ConversationChange) => void): Attachments {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const edit = (clientId: string, patch: Partial<Upload>) =>
    setUploads((all) => all.map((u) => (u.clientId === clientId ? { ...u, ...patch } : u)));
  const discard = (clientId: string) => setUploads((all) => all.filter((u) => u.clientId !== clientId));

  async function send({ clientId, file }: Upload) {
    edit(clientId, { problem: null, share: 0 });
    try {
      const { data } = await call(negotiationsApi.attach, {
        params: { id: roomId },
        body: { clientId },
        file,
        onProgress: (share) => edit(clientId, { share }),
      });
      change({ type: 'received', messages: [data] });
      discard(clientId);
    } catch (error) {
      edit(clientId, { problem: (error as Error).message });
    }
  }

  return {
    uploads,
    discard,
    again: (upload) => void send(upload),
    add: (files) => {
      const added = [...files].map((file): Upload => ({
        clientId: crypto.randomUUID(),
        file,
        share: 0,
        problem: null,
      }));
      setUploads((all) => [...all, ...added]);
      for (const upload of added) void send(upload);
    },
  };
}
