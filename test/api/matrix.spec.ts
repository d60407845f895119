import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { firstValueFrom, from } from 'rxjs';
import type { Endpoint } from '#contracts/endpoint.js';
import { api } from '#contracts/index.js';
import { roleHolds, type Permission, type Role } from '#contracts/permissions.js';
import { AnswerInterceptor } from '#platform/http/answer.interceptor.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';
import { fairCallers } from '../support/world/fairs.js';
import type { Caller } from '../support/world/people.js';
import { aWorld, type World } from '../support/world/world.js';

const company: Role[] = ['company-member', 'company-owner'];
const body: Role[] = ['coordinator', 'secretary'];
const staff: Role[] = [...body, 'administrator'];
const everybody: Role[] = [...company, ...staff];
const anyone: Role[] = ['newcomer', ...everybody];
const none: Role[] = [];

/**
 * Who may call each endpoint: first those on the own side of the thing that is asked for (the company it belongs to,
 * and that company's support body; administrators stand on it too), then those on the other side. Lists and what
 * makes something new belong to the caller, so that there both are the same.
 */
const mayCall: Record<string, [own: Role[], other: Role[]]> = {
  'identity.signUp': [anyone, anyone],
  'identity.readLink': [anyone, anyone],
  'identity.completeSignUp': [anyone, anyone],
  'identity.signIn': [anyone, anyone],
  'identity.signOut': [anyone, anyone],
  'identity.askReset': [anyone, anyone],
  'identity.completeReset': [anyone, anyone],
  'identity.me': [anyone, anyone],
  'identity.updateMe': [anyone, anyone],
  'identity.changePassword': [anyone, anyone],
  'identity.sessions': [anyone, anyone],
  'identity.revokeSession': [anyone, none],
  'identity.startTwoFactor': [anyone, anyone],
  'identity.confirmTwoFactor': [anyone, anyone],
  'identity.stopTwoFactor': [anyone, anyone],
  'identity.companyMembers': [everybody, body],
  'identity.inviteToCompany': [['company-owner'], none],
  'identity.removeFromCompany': [['company-owner'], none],
  'identity.bodies': [anyone, anyone],
  'identity.createBody': [['administrator'], none],
  'identity.getBody': [['secretary', 'administrator'], none],
  'identity.updateBody': [['secretary', 'administrator'], none],
  'identity.bodyMembers': [['secretary', 'administrator'], none],
  'identity.inviteToBody': [['secretary', 'administrator'], none],
  'identity.removeFromBody': [['secretary', 'administrator'], none],
  'identity.accounts': [['administrator'], none],
  'identity.suspendAccount': [['administrator'], none],
  'identity.restoreAccount': [['administrator'], none],

  'companies.taxonomy': [anyone, anyone],
  'companies.list': [everybody, everybody],
  'companies.register': [['newcomer'], none],
  'companies.get': [everybody, everybody],
  'companies.updateProfile': [everybody, none],
  'companies.tellCapacity': [everybody, none],
  'companies.changes': [everybody, none],
  'companies.approve': [staff, none],
  'companies.reject': [staff, none],
  'companies.verify': [everybody, none],
  'companies.addImage': [everybody, none],
  'companies.removeImage': [everybody, none],
  'companies.image': [everybody, everybody],
  'companies.sheet': [everybody, everybody],
  'companies.export': [staff, body],
  'companies.imports': [staff, body],
  'companies.upload': [staff, body],
  'companies.getImport': [staff, none],
  'companies.runImport': [staff, none],
  'companies.importErrors': [staff, none],

  'capacity.read': [anyone, anyone],
  'capacity.answer': [anyone, anyone],
  'capacity.asking': [anyone, anyone],
  'capacity.calls': [staff, body],
  'capacity.noteCall': [staff, none],
  'capacityBalance.balance': [everybody, everybody],
  'fairness.shares': [staff, body],
  'fairness.unasked': [staff, body],
  // One ranking for all bodies.
  'learning.current': [['coordinator', 'administrator'], ['coordinator']],
  'learning.runs': [['coordinator', 'administrator'], ['coordinator']],
  'learning.start': [['coordinator', 'administrator'], ['coordinator']],
  'learning.versions': [['coordinator', 'administrator'], ['coordinator']],
  'learning.report': [['coordinator', 'administrator'], ['coordinator']],
  'learning.export': [['coordinator', 'administrator'], ['coordinator']],
  'learning.use': [['coordinator', 'administrator'], ['coordinator']],

  'orders.list': [everybody, everybody],
  'orders.create': [company, company],
  'orders.get': [everybody, everybody],
  'orders.updateDraft': [company, none],
  'orders.publish': [company, none],
  'orders.amend': [company, none],
  'orders.close': [company, none],
  'orders.cancel': [company, none],
  'orders.revisions': [everybody, everybody],
  'orders.attach': [company, none],
  'orders.detach': [company, none],
  // The order is anonymous; whoever brokers sees who asks.
  'orders.attachment': [everybody, body],

  'patents.list': [everybody, everybody],
  'patents.create': [company, company],
  'patents.get': [everybody, everybody],
  'patents.update': [company, none],
  'patents.publish': [company, none],
  'patents.withdraw': [company, none],
  // In another's patent.
  'patents.showInterest': [none, company],
  'patents.dropInterest': [company, company],
  'patents.interests': [everybody, body],

  'matching.candidates': [everybody, body],
  'matching.rerun': [everybody, body],
  'matching.opportunities': [everybody, everybody],

  'gaps.list': [company, company],
  'gaps.close': [company, none],
  'gaps.reopen': [company, none],
  'gaps.changes': [company, company],

  'teams.outlook': [[...company, ...body], body],
  'teams.compose': [body, body],
  'teams.get': [[...company, ...body], none],
  'teams.standIns': [body, none],
  'teams.recompose': [body, none],
  'teams.ask': [body, none],
  'teams.consent': [company, none],
  'teams.decline': [company, none],
  'teams.leave': [company, none],
  'teams.end': [body, none],

  'introductions.list': [
    [...company, ...body],
    [...company, ...body],
  ],
  // The own body allows it to its companies; a coordinator of any body may find the partner.
  'introductions.propose': [[...company, ...body], body],
  'introductions.get': [[...company, ...body], none],
  'introductions.consent': [company, none],
  'introductions.decline': [company, none],
  'introductions.withdraw': [body, none],
  'introductions.followUp': [body, none],
  'introductions.recordOutcome': [body, none],
  'introductions.coordinators': [body, body],

  'negotiations.list': [
    [...company, ...body],
    [...company, ...body],
  ],
  'negotiations.get': [[...company, ...body], none],
  'negotiations.messages': [[...company, ...body], none],
  'negotiations.post': [[...company, ...body], none],
  'negotiations.read': [[...company, ...body], none],
  'negotiations.attach': [body, none],
  'negotiations.file': [[...company, ...body], none],
  'negotiations.colleagues': [[...company, ...body], none],
  'negotiations.addMember': [[...company, ...body], none],
  'negotiations.removeMember': [[...company, ...body], none],
  'negotiations.close': [[...company, ...body], none],

  'offers.list': [[...company, ...body], none],
  'offers.make': [company, none],
  'offers.accept': [company, none],
  'offers.decline': [company, none],
  'offers.withdraw': [company, none],
  'offers.confirm': [company, none],
  'offers.agreement': [[...company, ...body], none],
  'offers.agreementPdf': [[...company, ...body], none],
  // Coordinators read the offers of a room, not the orderer's judgement of them.
  'offerComparison.get': [company, none],
  'offerComparison.weigh': [company, none],
  'offerComparison.export': [company, none],

  'signing.get': [[...company, ...body], none],
  'signing.sendCode': [company, none],
  'signing.sign': [company, none],
  'records.get': [[...company, ...body], none],
  'records.export': [[...company, ...body], none],
  'minutes.list': [[...company, ...body], none],
  'minutes.draft': [company, none],
  'minutes.get': [[...company, ...body], none],
  'minutes.edit': [company, none],
  'minutes.confirm': [company, none],
  'minutes.drop': [company, none],
  'minutes.pdf': [[...company, ...body], none],
  'minutes.markDecision': [[...company, ...body], none],
  'verification.keys': [anyone, anyone],
  'verification.check': [anyone, anyone],

  'statutory.rules': [
    [...company, ...body],
    [...company, ...body],
  ],
  'statutory.facts': [company, none],
  'statutory.tellFacts': [company, none],
  'statutory.room': [[...company, ...body], none],
  'statutory.setWork': [company, none],
  'statutory.ask': [company, none],
  'statutory.check': [[...company, ...body], none],

  'priceLedger.list': [[...company, ...body], none],
  'priceLedger.ask': [company, none],
  'priceLedger.answer': [company, none],
  'priceLedger.sign': [company, none],
  'priceLedger.withdraw': [company, none],
  'priceLedger.attachIndex': [company, none],
  'priceLedger.pdf': [[...company, ...body], none],
  'priceLedger.json': [[...company, ...body], none],

  'disputes.willingness': [
    [...company, ...body],
    [...company, ...body],
  ],
  'disputes.setWillingness': [
    [...company, ...body],
    [...company, ...body],
  ],
  'disputes.list': [everybody, everybody],
  'disputes.ofRoom': [[...company, ...body], none],
  'disputes.open': [[...company, ...body], none],
  'disputes.get': [everybody, none],
  'disputes.state': [company, none],
  'disputes.relist': [[...company, ...body], none],
  'disputes.draw': [[...company, ...body], none],
  'disputes.lots': [everybody, none],
  // Who was drawn is never of the own side.
  'disputes.accept': [none, [...company, ...body]],
  'disputes.decline': [none, [...company, ...body]],
  'disputes.challenge': [company, none],
  'disputes.withdraw': [company, none],
  'councilVotes.choices': [company, none],
  'councilVotes.choose': [company, none],
  'councilVotes.evidence': [[...company, ...body], none],
  'councilVotes.pack': [[...company, ...body], none],
  'councilVotes.ready': [company, none],
  'councilVotes.vote': [none, [...company, ...body]],
  'councilVotes.openVote': [none, [...company, ...body]],
  'councilVotes.votes': [none, [...company, ...body]],
  // Of the other side it is the chair.
  'councilVotes.decide': [none, ['company-owner']],
  'councilVotes.addOpinion': [none, [...company, ...body]],
  'councilVotes.report': [company, none],
  'councilVotes.settle': [company, none],
  'councilVotes.export': [[...company, ...body], none],

  'attendance.speak': [body, none],
  'attendance.pause': [body, none],
  'attendance.resume': [body, none],
  'roomFiles.list': [[...company, ...body], none],
  'roomFiles.add': [company, none],
  'roomFiles.revise': [company, none],
  'roomFiles.page': [[...company, ...body], none],
  'roomFiles.download': [[...company, ...body], none],
  'roomFiles.accesses': [company, none],
  'roomFiles.revoke': [company, none],
  'roomFiles.nda': [[...company, ...body], none],
  'roomFiles.acceptNda': [company, none],
  'roomFiles.ndaPdf': [[...company, ...body], none],

  'appointments.list': [[...company, ...body], none],
  'appointments.propose': [[...company, ...body], none],
  'appointments.accept': [company, none],
  'appointments.proposeTimes': [[...company, ...body], none],
  'appointments.keep': [[...company, ...body], none],
  'appointments.cancel': [[...company, ...body], none],
  'appointments.calendar': [[...company, ...body], none],
  'appointments.mine': [
    [...company, ...body],
    [...company, ...body],
  ],
  'appointments.busy': [
    [...company, ...body],
    [...company, ...body],
  ],
  'appointments.setZone': [
    [...company, ...body],
    [...company, ...body],
  ],
  'appointments.feed': [
    [...company, ...body],
    [...company, ...body],
  ],
  'appointments.makeFeed': [
    [...company, ...body],
    [...company, ...body],
  ],
  'appointments.subscription': [anyone, anyone],

  'calls.get': [[...company, ...body], none],

  'messages.edit': [[...company, ...body], none],
  'messages.withdraw': [[...company, ...body], none],
  'messages.search': [[...company, ...body], none],
  'tradeTerms.list': [anyone, anyone],
  'meetingEvents.list': [everybody, everybody],
  'meetingEvents.create': [body, body],
  'meetingEvents.get': [everybody, everybody],
  'meetingEvents.update': [body, none],
  'meetingEvents.advance': [body, none],
  'meetingEvents.cancel': [body, none],
  'meetingEvents.setCost': [body, none],
  'meetingEvents.figures': [body, none],

  'meetingParticipants.list': [everybody, everybody],
  'meetingParticipants.register': [company, company],
  'meetingParticipants.enter': [body, none],
  // An orderer's registration, whose needs everybody may read by now.
  'meetingParticipants.get': [everybody, everybody],
  'meetingParticipants.update': [[...company, ...body], none],
  'meetingParticipants.decide': [body, none],
  'meetingParticipants.withdraw': [[...company, ...body], none],
  'meetingParticipants.wishSheet': [[...company, ...body], none],
  'meetingParticipants.wish': [[...company, ...body], none],
  'meetingParticipants.forecast': [body, none],

  'meetingTimetable.get': [body, none],
  'meetingTimetable.plan': [body, none],
  'meetingTimetable.cancelPlan': [body, none],
  'meetingTimetable.add': [body, none],
  'meetingTimetable.move': [body, none],
  'meetingTimetable.fix': [body, none],
  'meetingTimetable.cancel': [body, none],
  'meetingTimetable.own': [[...company, ...body], none],
  'meetingTimetable.mine': [company, company],
  'meetingTimetable.record': [anyone, anyone],
  'meetingTimetable.calendar': [[...company, ...body], none],

  'meetingResults.ask': [anyone, anyone],
  'meetingResults.answer': [anyone, anyone],
  'meetingResults.record': [body, none],
  'meetingResults.report': [body, none],
  'meetingResults.list': [body, none],
  'meetingResults.export': [body, none],

  'meetingDay.day': [body, none],
  'meetingDay.checkIn': [body, none],
  'meetingDay.attend': [body, none],
  'meetingDay.refillOffers': [body, none],
  'meetingDay.refill': [body, none],
  'meetingReplan.proposal': [body, none],
  'meetingReplan.take': [body, none],
  'meetingDay.qr': [[...company, ...body], none],
  'meetingDay.boardLink': [body, none],
  'meetingDay.board': [anyone, anyone],
  ...fairCallers,

  'notifications.list': [anyone, anyone],
  'notifications.read': [anyone, none],
  'notifications.readAll': [anyone, anyone],

  // One vocabulary for all bodies.
  'vocabulary.list': [staff, body],
  'vocabulary.create': [['secretary', 'administrator'], ['secretary']],
  'vocabulary.get': [staff, body],
  'vocabulary.update': [['secretary', 'administrator'], ['secretary']],
  'vocabulary.switchOff': [['secretary', 'administrator'], ['secretary']],
  'vocabulary.switchOn': [['secretary', 'administrator'], ['secretary']],
  'vocabulary.restore': [['secretary', 'administrator'], ['secretary']],
  'vocabulary.history': [staff, body],
  'vocabulary.understand': [staff, body],
  'vocabulary.export': [staff, body],
  'vocabulary.import': [['secretary', 'administrator'], ['secretary']],

  'search.search': [everybody, everybody],
  'search.quick': [everybody, everybody],
  'search.saved': [everybody, everybody],
  'search.save': [everybody, everybody],
  'search.changeSaved': [everybody, none],
  'search.seenSaved': [everybody, none],
  'search.removeSaved': [everybody, none],
  'search.unsubscribe': [anyone, anyone],

  'reporting.dashboard': [staff, none],
  'reporting.records': [staff, none],
  'reporting.export': [staff, none],
};

/** Where a call that got through still ends in an error: there is no authenticator app here, no mailed code, no demonstration. */
const endsIn: Record<string, string> = {
  'demonstration.play': 'fair/no-demonstration',
  'demonstration.stop': 'fair/no-demonstration',
  'identity.confirmTwoFactor': 'auth/invalid-code',
  'signing.sign': 'signing/no-code',
};

/** What a company that waits for approval may already do, with its own things. */
const openBeforeApproval = ['company:read', 'company:edit', 'company:manage-members'];

const endpoints = Object.entries(api as Record<string, Record<string, Endpoint>>).flatMap(([context, list]) =>
  Object.entries(list).map(([name, endpoint]): [string, Endpoint] => [`${context}.${name}`, endpoint]),
);

/** Those that need a permission. */
const restricted = endpoints.flatMap(([name, endpoint]): [string, Endpoint & { access: Permission }][] => {
  const { access } = endpoint;
  return access === 'public' || access === 'signed-in' ? [] : [[name, { ...endpoint, access }]];
});

let app: TestApp;
let world: World;
let takesBack = false;

class TakenBack extends Error {}

/** Every call runs in a transaction that `takesBack` undoes after its answer, so that the world stays as it is. */
function undoCalls(): void {
  const { intercept } = AnswerInterceptor.prototype;
  const { database } = app.resources;
  const undone = async (work: () => Promise<unknown>): Promise<unknown> => {
    let answer: unknown;
    const run = database.transaction(async () => {
      answer = await work();
      throw new TakenBack();
    });
    await run.catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
    return answer;
  };
  AnswerInterceptor.prototype.intercept = function (context: ExecutionContext, next) {
    const isRead = context.switchToHttp().getRequest<Request>().method === 'GET';
    if (!takesBack || isRead) return intercept.call(this, context, next);
    return from(undone(() => firstValueFrom(intercept.call(this, context, next))));
  };
}

/** From now on each row that is added, changed or removed for good is noted with its table. */
const noteChanges = `
  create schema watched;
  create table watched.change (table_name text not null);
  create function watched.note() returns trigger language plpgsql as $$
  begin
    insert into watched.change values (tg_table_name);
    return null;
  end $$;
  do $$
  declare name text;
  begin
    for name in select tablename from pg_tables where schemaname = 'public' loop
      execute format('create trigger noted after insert or update or delete on %I for each row execute function watched.note()', name);
    end loop;
  end $$`;

/** The tables in which something was stored since `noteChanges`. */
async function changedTables(): Promise<string[]> {
  const { database } = app.resources;
  const rows = await database.query<{ name: string }>(
    'select distinct table_name name from watched.change order by 1',
  );
  return rows.map(({ name }) => name);
}

beforeAll(async () => {
  app = await startApp(['api']);
  world = await aWorld(app);
  undoCalls();
  await app.resources.database.query(noteChanges);
});
afterAll(() => app.close());

const isAllowed = (name: string, endpoint: Endpoint, { role, side }: Caller): boolean => {
  if (role === null) return endpoint.access === 'public';
  const [own, other] = mayCall[name] ?? [none, none];
  return (side === 'other' ? other : own).includes(role);
};

/** What a caller who may not is told: who nobody is, that the role does not have it, or that it is not theirs. */
function expectRefusal({ role }: Caller, { access }: Endpoint, { status, error }: Answer<unknown>): void {
  if (role === null) expect([status, error.code]).toEqual([401, 'auth/not-signed-in']);
  else if (access !== 'public' && access !== 'signed-in' && !roleHolds(role, access))
    expect([status, error.code]).toEqual([403, 'auth/forbidden']);
  else expect([403, 404]).toContain(status);
}

describe('the table', () => {
  it('has every endpoint, and no other', () => {
    expect(Object.keys(mayCall).sort()).toEqual(endpoints.map(([name]) => name).sort());
  });

  it.each(restricted)('gives %s to no role that lacks its permission', (name, { access }) => {
    for (const role of (mayCall[name] ?? []).flat())
      expect([role, roleHolds(role, access)]).toEqual([role, true]);
  });
});

describe('every role, on both sides', () => {
  it('is watched: what is stored is noted', async () => {
    const { database } = app.resources;
    await database.query('update support_body set name = name');
    expect(await changedTables()).toEqual(['support_body']);
    await database.query('delete from watched.change');
  });

  it.each(endpoints)('%s is refused to whom it is not for, and changes nothing', async (name, endpoint) => {
    const refused = world.callers.filter((caller) => !isAllowed(name, endpoint, caller));
    for (const caller of refused) {
      const answer = await caller.api.call(endpoint, world.request(name, caller));
      try {
        expectRefusal(caller, endpoint, answer);
      } catch (error) {
        throw new Error(`${caller.name}: ${answer.status} ${answer.bytes.toString('utf8').slice(0, 300)}`, {
          cause: error,
        });
      }
    }
    expect(await changedTables()).toEqual([]);
  });

  it.each(endpoints)('%s answers whom it is for', async (name, endpoint) => {
    takesBack = true;
    try {
      for (const caller of world.callers.filter((one) => isAllowed(name, endpoint, one))) {
        const answer = await caller.api.call(endpoint, world.request(name, caller));
        const outcome = answer.status < 300 ? 'done' : answer.error.code;
        expect([caller.name, outcome]).toEqual([caller.name, endsIn[name] ?? 'done']);
      }
    } finally {
      takesBack = false;
    }
  });
});

describe('a company that waits for approval', () => {
  it.each(restricted)('%s', async (name, endpoint) => {
    const { access } = endpoint;
    const call = world.request(name, world.pending);
    const { status, error } = await world.pending.api.call<Endpoint>(endpoint, call);
    if (!roleHolds('company-owner', access)) expect([status, error.code]).toEqual([403, 'auth/forbidden']);
    else if (!openBeforeApproval.includes(access))
      expect([status, error.code]).toEqual([403, 'company/not-approved']);
    else if (name === 'companies.list') expect(status).toBe(200);
    else expect([403, 404]).toContain(status);
  });
});

describe('who was locked out', () => {
  it.each(endpoints.filter(([, { access }]) => access !== 'public'))(
    '%s: is nobody',
    async (name, endpoint) => {
      const { status, error } = await world.lockedOut.api.call(
        endpoint,
        world.request(name, world.lockedOut),
      );
      expect([status, error.code]).toEqual([401, 'auth/not-signed-in']);
    },
  );
});
