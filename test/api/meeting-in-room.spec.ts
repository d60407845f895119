import { afterAll, beforeAll } from '@jest/globals';
import { startInRoom, type InRoom } from '../support/in-room.js';
import { appointmentsInRoom } from './appointments-in-room.js';
import { callsInRoom } from './calls-in-room.js';
import { coordinatorInRoom } from './coordinator-in-room.js';
import { saidBetweenParties } from './said-between-parties.js';

/** People in a room, by job; the product is started once for all of them. */
let room: InRoom;
beforeAll(async () => {
  room = await startInRoom();
});
afterAll(() => room.end());

saidBetweenParties(() => room);
coordinatorInRoom(() => room);
appointmentsInRoom(() => room);
callsInRoom(() => room);
