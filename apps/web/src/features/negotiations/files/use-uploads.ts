import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { roomFilesApi, type DocumentKind, type DocumentLevel } from '#contracts/room-files.js';
import { call } from '../../../api/client';
import { keyOf } from '../../../api/use-endpoint';

/** What is said about a file before it goes out. */
export interface About {
  title: string;
  kind: DocumentKind;
  level: DocumentLevel;
  label: string;
  note: string;
}

/** A file that was chosen; it stays, with what was said about it, until the server has it or it is taken out. */
export interface Chosen {
  clientId: string;
  file: File;
  about: About;
  /** Sent so far, 0–1; null before and after. */
  share: number | null;
  /** Why it was not taken, in words. */
  problem: string | null;
}

export interface Uploads {
  chosen: Chosen[];
  choose: (files: Iterable<File>, about: Omit<About, 'title'>) => void;
  say: (clientId: string, about: Partial<About>) => void;
  discard: (clientId: string) => void;
  /** Sends what is not sent yet, one after the other, and answers with how many went through. */
  send: () => Promise<number>;
}

/** The same id again is no second document, should an answer have been lost on its way. */
async function handIn(
  roomId: string,
  documentId: string | null,
  { clientId, file, about }: Chosen,
  onProgress: (share: number) => void,
): Promise<void> {
  const sending = { file, idempotencyKey: clientId, onProgress };
  const { title, kind, level, label, note } = about;
  if (documentId === null)
    await call(roomFilesApi.add, {
      ...sending,
      params: { id: roomId },
      body: { clientId, title, kind, level, label, note },
    });
  else
    await call(roomFilesApi.revise, {
      ...sending,
      params: { id: roomId, documentId },
      body: { clientId, label, note },
    });
}

/** Files that were chosen before, with what is usually said of them. */
export interface Begun {
  readonly files: readonly File[];
  readonly about: Omit<About, 'title'>;
}

const asChosen = (file: File, about: Omit<About, 'title'>, problem: string | null): Chosen => ({
  ...{ clientId: crypto.randomUUID(), file, share: null, problem },
  about: { ...about, title: file.name.normalize('NFC').replace(/\.[^.]+$/, '') },
});

/** `documentId`: of which they are new revisions; null: each is a new document. */
export function useUploads(
  roomId: string,
  documentId: string | null,
  tooLarge: (file: File) => string | null,
  begun?: Begun,
): Uploads {
  const client = useQueryClient();
  const chosenOf = ({ files, about }: Begun) => files.map((file) => asChosen(file, about, tooLarge(file)));
  const [chosen, setChosen] = useState<Chosen[]>(() => (begun ? chosenOf(begun) : []));
  const edit = (clientId: string, patch: Partial<Chosen>) =>
    setChosen((all) => all.map((one) => (one.clientId === clientId ? { ...one, ...patch } : one)));
  const discard = (clientId: string) => setChosen((all) => all.filter((one) => one.clientId !== clientId));

  async function sendOne(one: Chosen): Promise<boolean> {
    const { clientId } = one;
    edit(clientId, { problem: null, share: 0 });
    try {
      await handIn(roomId, documentId, one, (share) => edit(clientId, { share }));
      discard(clientId);
      return true;
    } catch (error) {
      edit(clientId, { problem: (error as Error).message, share: null });
      return false;
    }
  }

  return {
    chosen,
    discard,
    say: (clientId, about) =>
      setChosen((all) =>
        all.map((one) => (one.clientId === clientId ? { ...one, about: { ...one.about, ...about } } : one)),
      ),
    choose: (files, about) => {
      const added = chosenOf({ files: [...files], about });
      setChosen((all) => (documentId === null ? [...all, ...added] : added.slice(0, 1)));
    },
    send: async () => {
      let sent = 0;
      for (const one of chosen) if (await sendOne(one)) sent++;
      await client.invalidateQueries({ queryKey: keyOf(roomFilesApi.list, { params: { id: roomId } }) });
      return sent;
    },
  };
}
