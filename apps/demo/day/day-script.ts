import {
  ABSENT,
  dayExhibitors,
  dayNeeds,
  daySessions,
  daySuppliers,
  dayVisitors,
  WALK_IN,
} from './day-cast.js';
import { after, ANSWER_PORTIONS, DAY_MINUTES } from './day-hours.js';
import type { DayStage } from './day-stage.js';

/** Something that somebody does, so many minutes after the doors open. */
export interface Step {
  readonly at: number;
  readonly act: (stage: DayStage) => Promise<void>;
}

const roundEnds = ['10:25', '10:55', '11:25', '11:55', '13:25', '13:55', '14:25', '14:55', '15:25', '15:55'];

const WALK_IN_AT = after('13:05');

/** The whole day, in its order. Nothing is left to chance: it is the same each time. */
export function dayScript(): Step[] {
  const steps: Step[] = [
    { at: 0, act: (stage) => stage.open() },
    ...firmsCome(),
    ...dayVisitors.flatMap((_, i) => visit(i)),
    ...daySessions.flatMap((_, n) => hold(n)),
    ...rounds(),
    { at: WALK_IN_AT, act: (stage) => stage.walkIn(WALK_IN) },
    ...answers(),
    { at: DAY_MINUTES - 1, act: (stage) => stage.close() },
  ];
  return steps.sort((a, b) => a.at - b.at);
}

function firmsCome(): Step[] {
  const firms = [...Object.keys(dayNeeds), ...daySuppliers].filter((key) => key !== ABSENT);
  return firms.map((key, i) => ({ at: 3 + i * 1.4, act: (stage) => stage.receive(key) }));
}

/** From five to nine booths, the first ones of the list more often: no hall is equally full everywhere. */
function walkOf(visitor: number): string[] {
  const many = 5 + (visitor % 5);
  const drawn = Array.from({ length: 3 * many }, (_, k) => (visitor * 31 + k * k * 17 + k * 7) % 100);
  const booths = drawn.map((n) => dayExhibitors[Math.floor((n / 100) ** 1.7 * dayExhibitors.length)] ?? '');
  return [...new Set(booths)].slice(0, many);
}

/** A visitor comes, walks from booth to booth, talks at one of them and leaves a card there. */
function visit(visitor: number): Step[] {
  const came = 2 + visitor * 11;
  const walk = walkOf(visitor);
  const boothAt = (k: number) => walk[k % walk.length] ?? '';
  const steps: Step[] = [{ at: came, act: (stage) => stage.arrive(visitor) }];
  walk.forEach((booth, k) =>
    steps.push({ at: came + 6 + k * (12 + (visitor % 5)), act: (stage) => stage.look(visitor, booth) }),
  );
  if (visitor % 2 === 0) {
    const booth = boothAt(2);
    const asked = came + 34 + (visitor % 5) * 2;
    steps.push(
      { at: asked, act: (stage) => stage.queue(visitor, booth) },
      { at: asked + 8, act: (stage) => stage.answer(booth) },
      { at: asked + 26, act: (stage) => stage.endTalk(booth) },
      { at: asked + 28, act: (stage) => stage.takeLead(booth, visitor) },
    );
  }
  if (visitor % 3 === 0) steps.push({ at: came + 70, act: (stage) => stage.takeLead(boothAt(4), visitor) });
  return steps;
}

/** A session: seats, questions with votes, a poll, the first questions answered. */
function hold(session: number): Step[] {
  const { from, questions } = daySessions[session] ?? daySessions[0]!;
  const start = after(from);
  const listeners = dayVisitors
    .map((_, i) => i)
    .filter((i) => (i + session) % 3 !== 0 && 2 + i * 11 < start - 4);
  const steps: Step[] = listeners.map((visitor, i) => ({
    at: start - 4 + i * 0.3,
    act: (stage) => stage.sit(visitor, session),
  }));
  questions.forEach((_, q) => {
    const asker = listeners[(q * 2 + 1) % listeners.length] ?? 0;
    steps.push({ at: start + 8 + q * 7, act: (stage) => stage.ask(asker, session, q) });
    listeners.forEach((visitor, i) => {
      if ((visitor + q) % (q + 2) === 0)
        steps.push({ at: start + 11 + q * 7 + i * 0.7, act: (stage) => stage.vote(visitor, session, q) });
    });
  });
  steps.push({ at: start + 28, act: (stage) => stage.openPoll(session) });
  listeners.forEach((visitor, i) =>
    steps.push({ at: start + 30 + i, act: (stage) => stage.choose(visitor, session, (i * i + session) % 3) }),
  );
  return [
    ...steps,
    { at: start + 52, act: (stage) => stage.endPoll(session) },
    { at: start + 56, act: (stage) => stage.markAnswered(session, 0) },
  ];
}

/**
 * At the end of each round its meetings are noted; a firm that did not come is taken out and its places are filled, before
 * the next round begins.
 */
function rounds(): Step[] {
  return roundEnds.flatMap((clock, i): Step[] => [
    { at: after(clock), act: (stage) => stage.endRound(i + 1) },
    { at: after(clock) + 2, act: (stage) => stage.fillPlaces() },
    { at: after(clock) + 4, act: () => Promise.resolve() },
  ]);
}

function answers(): Step[] {
  const over = after('16:05');
  const portions = Array.from({ length: ANSWER_PORTIONS }, (_, i): Step => ({
    at: over + 8 + i * 4,
    act: (stage) => stage.answerOutcomes(i),
  }));
  return [{ at: over, act: (stage) => stage.endMeetings() }, ...portions];
}
