import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '#platform/auth/index.js';
import type { Visitor } from './sessions.service.js';

/** Where a request comes from. */
export const visitorOf = (request: FastifyRequest): Visitor => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
  token: request.cookies[SESSION_COOKIE],
});
