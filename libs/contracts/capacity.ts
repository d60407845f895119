import { z } from 'zod';
import { capacity } from './companies.js';
import { endpoint } from './endpoint.js';
import { id, instant, optionalLine, pageOf, pageQuery } from './shapes.js';

/** What the link of a mail shows and keeps: one company's spare capacity. */
export const capacityAsk = z.object({
  company: z.string(),
  /** Each process of the profile; null = not told. */
  processes: z.array(capacity.extend({ toldAt: instant.nullable() })),
  /** False: the company wants no such mails. */
  asks: z.boolean(),
});
export type CapacityAsk = z.infer<typeof capacityAsk>;

/** A company to be called: nobody told its spare capacity lately. */
export const capacityCall = z.object({
  id,
  name: z.string(),
  phone: z.string(),
  contactName: z.string(),
  prefecture: z.string().nullable(),
  processes: z.array(z.string()),
  /** The oldest answer among its processes; null where one was never told. */
  toldAt: instant.nullable(),
  /** When it was last asked by mail. */
  askedAt: instant.nullable(),
  lastNote: z.string(),
});
export type CapacityCall = z.infer<typeof capacityCall>;

const token = z.object({ token: z.string().min(1).max(200) });

export const capacityApi = {
  read: endpoint({
    method: 'GET',
    path: '/capacity-asks/:token',
    access: 'public',
    summary: 'What a mailed link asks: spare capacity per process. 400 auth/invalid-link',
    params: token,
    response: capacityAsk,
  }),
  answer: endpoint({
    method: 'PUT',
    path: '/capacity-asks/:token',
    access: 'public',
    summary:
      'Tells the spare capacity of the given processes by the mailed link; the others stay as they are',
    params: token,
    body: z.object({ items: z.array(capacity).min(1).max(100) }),
    response: capacityAsk,
  }),
  asking: endpoint({
    method: 'PUT',
    path: '/capacity-asks/:token/asking',
    access: 'public',
    summary: 'Stops these mails for the company, or has them sent again',
    params: token,
    body: z.object({ asks: z.boolean() }),
    response: capacityAsk,
  }),
  calls: endpoint({
    method: 'GET',
    path: '/capacity-calls',
    access: 'company:approve',
    summary:
      'Suppliers of the own body whose spare capacity is unknown or told more than four weeks ago, longest first',
    query: pageQuery.extend({ q: z.string().max(200).default('') }),
    response: pageOf(capacityCall),
  }),
  noteCall: endpoint({
    method: 'POST',
    path: '/capacity-calls/:id',
    access: 'company:approve',
    summary: 'What was heard on the phone: spare capacity of some processes, or only a note (not reached)',
    params: z.object({ id }),
    body: z.object({ items: z.array(capacity).max(100).default([]), note: optionalLine(500) }),
  }),
};
