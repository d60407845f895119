import type { Message, RoomRole } from '#contracts/message.js';

/** Whether a member of this role reads what the two companies marked as between them: of a team only its lead does. */
export const readsBetween = (role: RoomRole): boolean => role === 'owner' || role === 'candidate';

/** SQL: whether member `m` may read the content of entry `k`. The same rule as `asSeenBy`. */
export const MAY_READ = `(m.role in ('owner', 'candidate') or not k.data @> '{"between": true}')`;

export const isBetween = ({ data }: Pick<Message, 'data'>): boolean => data['between'] === true;

/**
 * An entry as a member of this role may know it. Who may not read what the parties said between them gets its number
 * and time alone, so that their record has no gap; not who wrote it, to whom, or what it answers.
 */
export function asSeenBy(role: RoomRole, message: Message): Message {
  return readsBetween(role) || !isBetween(message) ? message : withheld(message);
}

/** What is left of an entry for those who may not read it. */
export function withheld(message: Message): Message {
  const isRevision = message.kind === 'edit' || message.kind === 'withdrawal';
  return {
    ...message,
    kind: isRevision ? message.kind : 'system',
    sender: null,
    text: '',
    file: null,
    data: isRevision ? {} : { key: 'between-parties' },
  };
}
