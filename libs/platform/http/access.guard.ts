import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint } from '#contracts/endpoint.js';
import { demandPermission, SESSION_COOKIE, Sessions } from '../auth/actor.js';
import { AppError } from './app-error.js';
import { ENDPOINT, type AppRequest } from './route.js';

/** Closed by default: a route without an endpoint of the contracts answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AppRequest>();
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint) throw new AppError('request/not-found');
    request.endpoint = endpoint;
    const token = request.cookies[SESSION_COOKIE];
    const actor = token ? await this.sessions.findActor(token) : null;
    if (actor) request.actor = actor;
    if (endpoint.access === 'public') return true;
    if (!actor) throw new AppError('auth/not-signed-in');
    if (endpoint.access !== 'signed-in') demandPermission(actor, endpoint.access);
    return true;
  }
}
