import type { TestApp } from '../app.js';
import { capacityRequests } from '../capacity.js';
import { gapRequests } from '../gaps.js';
import { appointmentRequests } from './appointments.js';
import { attendanceRequests } from './attendance.js';
import { companyRequests } from './companies.js';
import { deskRequests } from './desk.js';
import { disputeRequests } from './disputes.js';
import { fairRequests } from './fairs.js';
import { fileRequests } from './files.js';
import { identityRequests } from './identity.js';
import { introductionRequests } from './introductions.js';
import { learningRequests } from './learning.js';
import { meetingRequests } from './meetings.js';
import { messageRequests } from './messages.js';
import { negotiationRequests } from './negotiations.js';
import { offerRequests, priceRequests } from './offers.js';
import { orderRequests } from './orders.js';
import { patentRequests } from './patents.js';
import { somePeople, type Caller, type People } from './people.js';
import { proofRequests } from './record.js';
import type { Request } from './request.js';
import { teamRequests } from './teams.js';
import { someThings, type Things } from './things.js';
import { vocabularyRequests } from './vocabulary.js';

export interface World {
  /** One of each role and side. */
  readonly callers: readonly Caller[];
  /** Owner of a company that is not approved yet. */
  readonly pending: Caller;
  readonly lockedOut: Caller;
  /** A request that is sound in form and would succeed for who may make it. `endpoint`: `orders.get` … */
  request(endpoint: string, caller: Caller): object;
}

/** One of everything: the things belong to one company and its support body, the callers stand on all sides. */
export async function aWorld(app: TestApp): Promise<World> {
  const people = await somePeople(app);
  const things = await someThings(app, people);
  const { callers, pending, lockedOut } = people;
  const requests = requestsFor(people, things);
  return {
    callers,
    pending,
    lockedOut,
    request: (endpoint, caller) => {
      const request = requests[endpoint];
      if (!request) throw new Error(`test/support/world has no request for ${endpoint}.`);
      return typeof request === 'function' ? (request as (caller: Caller) => object)(caller) : request;
    },
  };
}

const requestsFor = (people: People, things: Things): Record<string, Request> => ({
  ...identityRequests(people, things),
  ...companyRequests(people, things),
  ...capacityRequests(people.firm.id, things.capacityToken),
  ...orderRequests(things),
  ...patentRequests(things),
  ...introductionRequests(people, things),
  ...gapRequests(things.gaps),
  ...learningRequests(things.learning),
  ...teamRequests(things.teams),
  ...disputeRequests(things.disputes),
  ...negotiationRequests(people, things),
  ...appointmentRequests(things.appointments),
  ...attendanceRequests(things.talks.params, things.paused),
  ...messageRequests(things.talks.params, things.said),
  ...meetingRequests(things.meetings, people),
  ...fairRequests(things.fairs),
  ...offerRequests(things),
  ...proofRequests(things),
  ...priceRequests(things.priceRounds, people.firm.id),
  ...fileRequests(things.document),
  ...vocabularyRequests,
  ...deskRequests(people, things),
});
