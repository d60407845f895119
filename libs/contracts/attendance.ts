import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { room } from './negotiations.js';
import { byId, line } from './shapes.js';

/** How a coordinator sits in a room: visibly always, speaking or not; and the pause that they may order. */
export const attendanceApi = {
  speak: endpoint({
    method: 'PUT',
    path: '/rooms/:id/speaking',
    access: 'introduction:follow-up',
    summary: 'A coordinator says whether they speak here or are only present; everybody in the room sees it',
    params: byId,
    body: z.object({ speaks: z.boolean() }),
    response: room,
  }),
  pause: endpoint({
    method: 'POST',
    path: '/rooms/:id/pause',
    access: 'introduction:follow-up',
    summary:
      'Pauses the room: until it is resumed nobody writes, makes offers or calls. Reading, leaving and ending the talks stay possible. Error: negotiation/room-paused where it is paused already',
    params: byId,
    body: z.object({ reason: line(500) }),
    response: room,
  }),
  resume: endpoint({
    method: 'POST',
    path: '/rooms/:id/resume',
    access: 'introduction:follow-up',
    summary: 'Ends the pause. Error: negotiation/not-paused',
    params: byId,
    response: room,
  }),
};
