import { someSavedSearch } from '../search.js';
import type { Caller, People } from './people.js';
import { thingOf, withParams, type Request } from './request.js';
import type { Things } from './things.js';

/** What a person finds on their own desk: the search and what was saved of it, notifications, figures. */
export function deskRequests({ ownBody, firm }: People, things: Things): Record<string, Request> {
  const scope = { fiscalYear: 2026, bodyId: ownBody };
  const savedOf = (caller: Caller) => withParams({ id: thingOf(things.saved, caller, firm) });
  return {
    'search.search': { query: { q: '軸受け' } },
    'search.quick': { query: { q: '軸受け' } },
    'search.saved': {},
    'search.save': () => ({ body: someSavedSearch() }),
    'search.changeSaved': (caller: Caller) => ({
      ...savedOf(caller),
      version: 1,
      body: { name: '改名', alert: 'off' },
    }),
    'search.seenSaved': savedOf,
    'search.removeSaved': savedOf,
    'search.unsubscribe': { body: { token: things.unsubscribe } },
    'notifications.list': {},
    'notifications.read': (caller: Caller) => withParams({ id: thingOf(things.notifications, caller, firm) }),
    'notifications.readAll': {},
    'reporting.dashboard': { query: scope },
    'reporting.records': { query: { ...scope, figure: 'orders' } },
    'reporting.export': { query: { ...scope, figure: 'orders', format: 'csv' } },
  };
}
