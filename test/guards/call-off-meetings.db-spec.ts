import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CallOffMeetings1764301200001 } from '#fairs/migrations/1764301200001-call-off-meetings.js';
import type { TestDatabase } from '#platform/testing/index.js';
import { aCompany } from '../support/companies.js';
import { testDatabase } from '../support/database.js';
import { someEvent, someParticipation } from '../support/meetings.js';
import { aBody } from '../support/people.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.drop());

const days = [
  { on: '2026-06-01', from: '10:00', until: '14:00', breakFrom: '12:00', breakUntil: '13:00' },
  { on: '2026-06-02', from: '10:00', until: '12:00', breakFrom: null, breakUntil: null },
];

/** A cancelled event as the version before left it: with the meetings of its timetable. Answers with its id. */
async function anEvent(cancelledAt: string, states: string[]): Promise<string> {
  const { database } = test;
  const bodyId = await aBody(database);
  const content = JSON.stringify({ ...someEvent(), days });
  const [event] = await database.query<{ id: string }>(
    `insert into meeting_event (state, content, title, kind, format, starts_on, ends_on, search_text, reason, cancelled_at)
     values ('cancelled', $1, '', 'general', 'on-site', '2026-06-01', '2026-06-02', '', '大雨のため', $2) returning id`,
    [content, cancelledAt],
  );
  const firms: string[] = [];
  for (const side of ['orderer', 'supplier'] as const) {
    const { id: companyId } = await aCompany(database);
    const [firm] = await database.query<{ id: string }>(
      `insert into meeting_participant (event_id, company_id, body_id, side, state, content)
       values ($1, $2, $3, $4, 'approved', $5) returning id`,
      [event?.id, companyId, bodyId, side, JSON.stringify(someParticipation(side))],
    );
    firms.push(firm?.id ?? '');
  }
  for (const state of states)
    await database.query(
      `insert into event (name, subject_id, data) values ('meeting-event.advanced', $1, $2)`,
      [event?.id, JSON.stringify({ eventId: event?.id, state })],
    );
  for (const [slot, state] of [
    [1, 'held'],
    [2, 'planned'],
    [7, 'planned'],
    [10, 'planned'],
  ] as const)
    await database.query(
      `insert into meeting (event_id, orderer_id, supplier_id, slot, table_no, is_online, state, origin)
       values ($1, $2, $3, $4, 1, false, $5, 'plan')`,
      [event?.id, ...firms, slot, state],
    );
  return event?.id ?? '';
}

it('events of the version before promise no meeting after they were cancelled', async () => {
  const { database } = test;
  const draft = await anEvent('2026-05-01T00:00:00Z', ['open', 'wishes', 'planning']);
  const published = await anEvent('2026-05-20T00:00:00Z', ['planning', 'published']);
  // At noon of the first day, before the seventh slot.
  const running = await anEvent('2026-06-01T03:00:00Z', ['published', 'running']);

  const runner = database.schema.createQueryRunner();
  await new CallOffMeetings1764301200001().up(runner);
  await runner.release();

  const meetingsOf = async (id: string) =>
    (
      await database.query<{ line: string }>(
        `select slot || ' ' || state || ' ' || sequence || ' ' || reason line from meeting where event_id = $1 order by slot`,
        [id],
      )
    ).map(({ line }) => line);
  expect(await meetingsOf(draft)).toEqual([]);
  const off = (slot: number) => `${slot} cancelled 1 大雨のため`;
  expect(await meetingsOf(published)).toEqual(['1 held 0 ', off(2), off(7), off(10)]);
  expect(await meetingsOf(running)).toEqual(['1 held 0 ', '2 planned 0 ', off(7), off(10)]);
});
