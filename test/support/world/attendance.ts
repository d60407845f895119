import { attendanceApi } from '#contracts/attendance.js';
import type { Client } from '../client.js';

/** Pauses a room, so that it can be resumed. */
export async function aPausedRoom(params: { id: string }, broker: Client): Promise<{ id: string }> {
  await broker.ok(attendanceApi.pause, { params, body: { reason: '条件の確認のため' } });
  return params;
}

/** Requests to the routes of the coordinator's presence: in a room that goes on, and in one that is paused. */
export const attendanceRequests = (params: { id: string }, paused: { id: string }) => ({
  'attendance.speak': { params, body: { speaks: false } },
  'attendance.pause': { params, body: { reason: '条件の確認のため' } },
  'attendance.resume': { params: paused },
});
