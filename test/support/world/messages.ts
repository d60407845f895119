import { randomUUID } from 'node:crypto';
import { negotiationsApi } from '#contracts/negotiations.js';
import type { Caller } from './people.js';

/** A text that each caller of the room's own side has said in it: number by person. */
export async function someMessages(
  params: { id: string },
  callers: readonly Caller[],
): Promise<Map<string, number>> {
  const said = new Map<string, number>();
  for (const { side, person, api } of callers) {
    if (side !== 'own' || !person) continue;
    const body = { clientId: randomUUID(), text: '納期はいつ頃でしょうか' };
    said.set(person.id, (await api.ok(negotiationsApi.post, { params, body })).seq);
  }
  return said;
}

/** Of those outside, each asks for what the first has said. */
export function messageRequests(params: { id: string }, said: ReadonlyMap<string, number>) {
  const own = ({ person }: Caller) => ({
    ...params,
    seq: said.get(person?.id ?? '') ?? [...said.values()][0] ?? 1,
  });
  return {
    'messages.edit': (caller: Caller) => ({
      params: own(caller),
      body: { clientId: randomUUID(), text: '訂正します' },
    }),
    'messages.withdraw': (caller: Caller) => ({ params: own(caller), body: { clientId: randomUUID() } }),
    'messages.search': { params, query: { q: '納期' } },
    'tradeTerms.list': {},
  };
}
