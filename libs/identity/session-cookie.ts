import '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';

const attributes = (config: AppConfig) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: config.http.secureCookies }) as const;

/** Hands the session's token to the browser, or prolongs how long it keeps it. */
export function setSessionCookie(reply: FastifyReply, config: AppConfig, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, {
    ...attributes(config),
    maxAge: config.sessions.days * 86_400,
  });
}

export function clearSessionCookie(reply: FastifyReply, config: AppConfig): void {
  void reply.clearCookie(SESSION_COOKIE, attributes(config));
}
