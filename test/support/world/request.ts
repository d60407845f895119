import { randomUUID } from 'node:crypto';
import type { Firm } from '../orders.js';
import type { Caller } from './people.js';

/** A request, or what makes one for its caller or anew each time. */
export type Request = object | ((caller: Caller) => object);

export const withParams = (params: object) => ({ params });

/** What belongs to a person is asked for by that person on the own side, and by the others as the owner's. */
export const thingOf = (things: Map<string, string>, { side, person }: Caller, firm: Firm): string =>
  things.get(side === 'other' || !person ? firm.owner.id : person.id) ?? randomUUID();
