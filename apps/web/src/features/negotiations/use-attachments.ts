import { useState } from 'react';
import { negotiationsApi } from '#contracts/negotiations.js';
import { call } from '../../api/client';
import type { ConversationChange } from './conversation';

/** A file on its way into the room. */
export interface Upload {
  clientId: string;
  file: File;
  /** For the two companies alone, as it was chosen when the file was. */
  between: boolean;
  /** Sent so far, 0–1. */
  share: number;
  /** Why it was not taken, in words. */
  problem: string | null;
}

export interface Attachments {
  uploads: Upload[];
  add: (files: Iterable<File>, between: boolean) => void;
  again: (upload: Upload) => void;
  discard: (clientId: string) => void;
}

/** Sends files into the room, each with its progress; the same client id again is no second file. */
export function useAttachments(roomId: string, change: (change: ConversationChange) => void): Attachments {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const edit = (clientId: string, patch: Partial<Upload>) =>
    setUploads((all) => all.map((u) => (u.clientId === clientId ? { ...u, ...patch } : u)));
  const discard = (clientId: string) => setUploads((all) => all.filter((u) => u.clientId !== clientId));

  async function send({ clientId, file, between }: Upload) {
    edit(clientId, { problem: null, share: 0 });
    try {
      const { data } = await call(negotiationsApi.attach, {
        params: { id: roomId },
        body: { clientId, ...(between && { between: 'true' as const }) },
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
    add: (files, between) => {
      const added = [...files].map((file): Upload => ({
        clientId: crypto.randomUUID(),
        file,
        between,
        share: 0,
        problem: null,
      }));
      setUploads((all) => [...all, ...added]);
      for (const upload of added) void send(upload);
    },
  };
}
