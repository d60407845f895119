import { z } from 'zod';
import { dispute } from './disputes.js';
import { endpoint, file } from './endpoint.js';
import { side } from './parties.js';
import { byId, day, instant, line, prose } from './shapes.js';
import { vote } from './sealed-vote.js';
import { recordHead } from './verification.js';

/** A piece of a room's record, as those see it who choose or read evidence. */
export const evidencePiece = z.object({
  /** Place in the room's record. */
  position: z.int(),
  at: instant,
  what: z.string(),
  text: z.string(),
  who: z.string(),
  hash: z.string(),
  /** The sides that have chosen it. */
  chosenBy: z.array(side),
});
export type EvidencePiece = z.infer<typeof evidencePiece>;

export const memberVote = vote.extend({ by: z.string() });

const byHash = z.string().regex(/^[0-9a-f]{64}$/);
const base64 = (bytes: number) =>
  z.base64().refine((text) => (text.length / 4) * 3 - (/=*$/.exec(text)?.[0].length ?? 0) === bytes);

/** AES-256-GCM over a vote of `VOTE_BYTES`, made in the member's browser; see sealed-vote.ts. */
export const sealedVote = z.object({
  ciphertext: base64(8_208),
  iv: base64(12),
  commitment: byHash,
});

export const councilVotesApi = {
  choices: endpoint({
    method: 'GET',
    path: '/disputes/:id/evidence/choices',
    access: 'dispute:open',
    summary: "What a side may choose for evidence of the room's record, the latest first",
    params: byId,
    query: z.object({ before: z.coerce.number().int().min(1).optional() }),
    response: z.object({ items: z.array(evidencePiece), next: z.int().nullable(), head: recordHead }),
  }),
  choose: endpoint({
    method: 'POST',
    path: '/disputes/:id/evidence',
    access: 'dispute:open',
    summary: "Puts entries into a side's evidence, or takes them out, as long as the hearing lasts",
    params: byId,
    body: z.object({ positions: z.array(z.int().min(1)).min(1).max(200), chosen: z.boolean() }),
  }),
  evidence: endpoint({
    method: 'GET',
    path: '/disputes/:id/evidence',
    access: 'dispute:read',
    summary: 'What both sides have chosen, for the sides, the coordinator and the panel',
    params: byId,
    response: z.object({ items: z.array(evidencePiece) }),
  }),
  pack: endpoint({
    method: 'GET',
    path: '/disputes/:id/evidence.zip',
    access: 'dispute:read',
    summary:
      'The evidence as a sealed record, all else held back by its hash, with the files; cli verify checks it',
    params: byId,
    response: file('application/zip'),
  }),
  ready: endpoint({
    method: 'POST',
    path: '/disputes/:id/ready',
    access: 'dispute:open',
    summary: 'A side has nothing to add; once both say so, the votes begin',
    params: byId,
    response: dispute,
  }),
  vote: endpoint({
    method: 'PUT',
    path: '/disputes/:id/vote',
    access: 'dispute:serve',
    summary: 'Hands in a sealed vote, or another one in its place, until voting is closed',
    params: byId,
    body: sealedVote,
    response: dispute,
  }),
  openVote: endpoint({
    method: 'POST',
    path: '/disputes/:id/vote/key',
    access: 'dispute:serve',
    summary: 'Opens the own vote with its key, once voting is closed. Error: dispute/wrong-key',
    params: byId,
    body: z.object({ key: byHash }),
    response: dispute,
  }),
  votes: endpoint({
    method: 'GET',
    path: '/disputes/:id/votes',
    access: 'dispute:serve',
    summary: 'All opened votes with their reasons, for the panel alone, once they are counted',
    params: byId,
    response: z.object({ items: z.array(memberVote) }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/disputes/:id/decision',
    access: 'dispute:serve',
    creates: true,
    summary:
      "The chair states the council's opinion: reasons, what is to be done, and until when (not before today)",
    params: byId,
    body: z.object({ reasons: line(10_000), remedy: line(2_000), dueOn: day }),
    response: dispute,
  }),
  addOpinion: endpoint({
    method: 'POST',
    path: '/disputes/:id/opinions',
    access: 'dispute:serve',
    creates: true,
    summary: 'A member adds an opinion of their own to the decision',
    params: byId,
    body: z.object({ text: line(5_000) }),
    response: dispute,
  }),
  report: endpoint({
    method: 'POST',
    path: '/disputes/:id/compliance',
    access: 'dispute:open',
    creates: true,
    summary: 'A side records whether the opinion was followed',
    params: byId,
    body: z.object({ outcome: z.enum(['followed', 'partly', 'not-followed']), note: prose(1_000) }),
    response: dispute,
  }),
  settle: endpoint({
    method: 'POST',
    path: '/disputes/:id/settlement',
    access: 'dispute:open',
    summary: 'A side proposes how to settle it without a decision; the other side confirms the same words',
    params: byId,
    body: z.object({ text: line(2_000), accept: z.boolean() }),
    response: dispute,
  }),
  export: endpoint({
    method: 'GET',
    path: '/disputes/:id/consultation.zip',
    access: 'dispute:open',
    summary: 'Everything for an outside consultation desk: summary (PDF), data (JSON), evidence, lots',
    params: byId,
    response: file('application/zip'),
  }),
};
