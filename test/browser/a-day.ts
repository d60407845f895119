import { setTimeout as sleep } from 'node:timers/promises';
import { demonstrationApi } from '#contracts/demonstration.js';
import { Demonstration } from '#fairs/index.js';
import { DemoDay } from '../../apps/demo/day/demo-day.js';
import type { TestApp } from '../support/app.js';

/** Eight hours in so many; the clock waits for what takes longer. */
const SECONDS = 1;
const PATIENCE_MS = 240_000;

/** Lets the demonstration's day run in a few seconds; answers with what the database holds then. */
export async function playADay(app: TestApp, cookie: string | undefined) {
  app.app.get(Demonstration, { strict: false }).offer(new DemoDay(app.app, app.url));
  const organiser = app.as(cookie);
  const { fairId } = await organiser.ok(demonstrationApi.play, { body: { seconds: SECONDS } });
  let state: string | undefined = 'playing';
  for (const deadline = Date.now() + PATIENCE_MS; state === 'playing' && Date.now() < deadline;) {
    await sleep(200);
    state = (await organiser.ok(demonstrationApi.get)).day?.state;
  }
  return { fairId, state, ...(await hallsOf(app, fairId)), ...(await tablesOf(app, fairId)) };
}

async function hallsOf({ resources: { database } }: TestApp, fairId: string) {
  const [row] = await database.query<Record<string, unknown>>(
    `with talk as (select k.* from fair_talk k join fair_exhibitor x on x.id = k.exhibitor_id where x.fair_id = $1),
       session as (select id from fair_session where fair_id = $1),
       question as (select * from fair_question where session_id in (select id from session))
     select state fair, (select count(*) from fair_visitor where fair_id = $1 and checked_in_at is not null) visitors,
       (select count(*) > 100 from fair_booth_visit o join fair_visitor v on v.id = o.visitor_id where v.fair_id = $1) visits,
       (select count(*) from talk where state = 'ended') talks,
       (select count(*) from fair_talk_line where talk_id in (select id from talk)) "talkLines",
       (select count(*) > 15 from fair_lead l join fair_visitor v on v.id = l.visitor_id where v.fair_id = $1) leads,
       (select count(*) from question) questions, (select count(*) from question where state = 'answered') answered,
       (select count(*) > 20 from fair_question_vote where question_id in (select id from question)) votes,
       (select count(*) from fair_poll where session_id in (select id from session) and closed_at is not null) polls
     from fair where id = $1`,
    [fairId],
  );
  return row ?? {};
}

async function tablesOf({ resources: { database } }: TestApp, fairId: string) {
  const [row] = await database.query<Record<string, unknown>>(
    `with firm as (select p.* from meeting_participant p join fair f on f.meeting_event_id = p.event_id where f.id = $1),
       meeting as (select m.* from meeting m join fair f on f.meeting_event_id = m.event_id where f.id = $1),
       answer as (select a.* from meeting_answer a where a.meeting_id in (select id from meeting))
     select (select e.state from meeting_event e join fair f on f.meeting_event_id = e.id where f.id = $1) meetings,
       (select count(*) from firm where checked_in_at is not null) "firmsHere",
       (select count(*) from firm where state = 'withdrawn') absent,
       (select count(*) from meeting where state = 'no-show') "noShows",
       (select count(*) from meeting where state = 'planned') "stillPlanned",
       (select count(*) from meeting where origin = 'walk-in' and state = 'held') "walkIns",
       (select count(*) > 0 from meeting where origin = 'refill' and state = 'held') refills,
       (select count(*) > 60 from answer) outcomes,
       (select count(*) > 0 from answer a join answer b on b.meeting_id = a.meeting_id and b.participant_id > a.participant_id
          where a.outcome = 'deal' and b.outcome = 'deal') "dealsOfBoth"`,
    [fairId],
  );
  return row ?? {};
}
