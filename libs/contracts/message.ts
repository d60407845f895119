import { z } from 'zod';
import { fileInfo, id, instant, language } from './shapes.js';

/** `partner`: of a team's other firms; the `candidate` is its lead. */
export const roomRole = z.enum(['owner', 'candidate', 'partner', 'coordinator']);
export type RoomRole = z.infer<typeof roomRole>;

export const messageText = z.string().trim().min(1).max(8_000);

/** What a sender says about a text beside its words. */
export const messageNote = z.object({
  /** Number of the entry that it answers. */
  replyTo: z.int().min(1).optional(),
  /** Members of the room who are addressed by name, and told. */
  mentions: z.array(id).max(20).optional(),
  /** The language it is written in. */
  language: language.optional(),
  /** Between the two companies: coordinators get the entry's number, and nothing of what it says. */
  between: z.literal(true).optional(),
});
export type MessageNote = z.infer<typeof messageNote>;

/** A text as its sender's device hands it in: the same `clientId` again is the same message. */
export const newText = messageNote.extend({ clientId: id, text: messageText });
export type NewText = z.infer<typeof newText>;

/**
 * One entry of a room's record, numbered from 1 without gaps and never changed. An `edit` or a `withdrawal` is an entry
 * of its own that names the one it is about (`revises`): who reads all entries in order knows every version.
 */
export const message = z.object({
  roomId: id,
  seq: z.int(),
  clientId: id,
  kind: z.enum(['text', 'file', 'offer', 'system', 'edit', 'withdrawal']),
  sender: z.object({ id, name: z.string(), organisation: z.string(), role: roomRole }).nullable(),
  /** For `edit`: the text as it is from now on. */
  text: z.string(),
  file: fileInfo.nullable(),
  /** For `edit` and `withdrawal`: the number of the text or file they are about; otherwise null. */
  revises: z.int().nullable(),
  /**
   * For `text` and `edit`: its note (`messageNote`); for `file`: `between` alone, of earlier days; for `offer`: which one and what happened to it; for `system`: a
   * key of `room.system.*` in the web app's texts.
   */
  data: z.record(z.string(), z.unknown()),
  createdAt: instant,
});
export type Message = z.infer<typeof message>;

/** The note of a text or an edit; empty for every other entry. */
export function noteOf({ kind, data }: Pick<Message, 'kind' | 'data'>): MessageNote {
  if (kind !== 'text' && kind !== 'edit') return {};
  return messageNote.safeParse(data).data ?? {};
}
