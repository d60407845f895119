import type { FairServerEvent, FairServerEventData } from '#contracts/fair-live.js';
import type { Actor } from '#platform/auth/index.js';
import type { TicketHolder } from '../visitors/visitors.reader.js';

/** Who a socket at a fair belongs to: an account, or a ticket. */
export type FairPerson =
  { readonly actor: Actor; readonly holder: null } | { readonly actor: null; readonly holder: TicketHolder };

/** One connected browser tab at a fair. */
export interface FairSocket {
  readonly person: FairPerson;
  isIn(room: string): boolean;
  join(room: string): Promise<void>;
  leave(room: string): Promise<void>;
  /** To all in a room, on all nodes. */
  tell<E extends FairServerEvent>(room: string, event: E, data: FairServerEventData<E>): void;
}
