import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { message, messageNote, messageText } from './message.js';
import { byId, id, pageOf, pageQuery } from './shapes.js';

const byNumber = z.object({ id, seq: z.coerce.number().int().min(1) });

/** What happens to single messages of a room. */
export const messagesApi = {
  edit: endpoint({
    method: 'POST',
    path: '/rooms/:id/messages/:seq/edit',
    access: 'negotiation:write',
    summary:
      'A new version of an own text, within the time that the room states (`editMinutes`); the same clientId again answers with the entry it already has. Errors: message/not-yours, message/too-late, message/withdrawn',
    params: byNumber,
    body: messageNote.omit({ replyTo: true, between: true }).extend({ clientId: id, text: messageText }),
    response: message,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/rooms/:id/messages/:seq/withdraw',
    access: 'negotiation:write',
    summary:
      'Takes an own text or file back, within the same time. What was written stays in the record; a file can then be fetched by the own side only',
    params: byNumber,
    body: z.object({ clientId: id }),
    response: message,
  }),
  search: endpoint({
    method: 'GET',
    path: '/rooms/:id/search',
    access: 'negotiation:read',
    summary:
      'Texts and names of files that hold every word of `q`, of those that the viewer may see, latest first; without regard to case, width, hiragana or katakana, or the long vowel mark. Each is shown as it reads now',
    params: byId,
    query: pageQuery.extend({ q: z.string().trim().min(1).max(100) }),
    response: pageOf(message),
  }),
};
