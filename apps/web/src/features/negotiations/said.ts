import { noteOf, type Message, type MessageNote } from '#contracts/message.js';

/** One wording of a text. */
export interface Version {
  text: string;
  at: string;
}

/** A text or file as it stands now, with what it was before. */
export interface Said {
  text: string;
  note: MessageNote;
  /** All wordings, the first one first. */
  versions: readonly Version[];
  withdrawnAt: string | null;
  /** Marked as decided, for the minutes. */
  decided?: boolean;
}

export interface Record {
  /** What has a place of its own in the conversation: everything but edits and withdrawals. */
  entries: readonly Message[];
  /** Of texts and files, by number. */
  said: ReadonlyMap<number, Said>;
}

/** Reads a room's record, ascending: each entry as its later edits and its withdrawal left it. */
export function readRecord(messages: readonly Message[]): Record {
  const said = new Map<number, Said>();
  const entries: Message[] = [];
  for (const message of messages) {
    const before = message.revises === null ? undefined : said.get(message.revises);
    if (message.revises === null) entries.push(message);
    mark(said, message);
    if (message.kind === 'text' || message.kind === 'file') said.set(message.seq, asWritten(message));
    else if (before && message.kind === 'edit') said.set(message.revises as number, edited(before, message));
    else if (before && message.kind === 'withdrawal')
      said.set(message.revises as number, { ...before, withdrawnAt: message.createdAt });
  }
  return { entries, said };
}

/** A mark as decided, or its taking off, on what was said before. */
function mark(said: Map<number, Said>, { kind, data }: Message): void {
  const { key, seq } = data;
  const about = typeof seq === 'number' ? said.get(seq) : undefined;
  if (kind !== 'system' || !about || typeof seq !== 'number') return;
  if (key === 'decision-marked' || key === 'decision-unmarked')
    said.set(seq, { ...about, decided: key === 'decision-marked' });
}

const asWritten = (message: Message): Said => ({
  text: message.text,
  note: noteOf(message),
  versions: [{ text: message.text, at: message.createdAt }],
  withdrawnAt: null,
});

/** An edit keeps what the text answers. */
function edited(before: Said, edit: Message): Said {
  const { replyTo } = before.note;
  return {
    ...before,
    text: edit.text,
    note: { ...noteOf(edit), ...(replyTo !== undefined && { replyTo }) },
    versions: [...before.versions, { text: edit.text, at: edit.createdAt }],
  };
}
