import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Endpoint, InputOf } from '#contracts/endpoint.js';
import type { Actor } from '../auth/actor.js';
import { AppError } from './app-error.js';
import { holdsNul, parseFields } from './fields.js';
import { languageOf } from './language.js';

export const ENDPOINT = Symbol('endpoint');

export interface AppRequest extends FastifyRequest {
  endpoint?: Endpoint;
  actor?: Actor;
}

/** Serves an endpoint of the contracts with this method: path, status, access, validation and OpenAPI follow from it. */
export const Route = (endpoint: Endpoint): MethodDecorator =>
  applyDecorators(
    RequestMapping({ path: endpoint.path, method: RequestMethod[endpoint.method] }),
    HttpCode(endpoint.response === undefined ? 204 : endpoint.creates ? 201 : 200),
    SetMetadata(ENDPOINT, endpoint),
  );

/** Parsed params, query and body; `version` is the one of If-Match, for endpoints that need it. */
export interface Input<E extends Endpoint> extends InputOf<E> {
  version: number;
}

/** The parsed input of the route's endpoint. A malformed id is not found; anything else names its fields. */
export const FromRequest = createParamDecorator((_: unknown, context: ExecutionContext): Input<Endpoint> => {
  const request = context.switchToHttp().getRequest<AppRequest>();
  const endpoint = request.endpoint as Endpoint;
  const language = languageOf(request);
  if (holdsNul([request.query, request.body])) throw new AppError('request/invalid');
  const params = endpoint.params?.safeParse(request.params);
  if (params && !params.success) throw new AppError('request/not-found');
  return {
    params: params?.data as undefined,
    query: parseFields(endpoint.query, request.query, language) as undefined,
    // A multipart body is read by the controller, with its file.
    body: (endpoint.upload
      ? undefined
      : parseFields(endpoint.body, request.body ?? {}, language)) as undefined,
    version: endpoint.versioned === 'write' ? versionOf(request) : 0,
  };
});

/** The signed-in person; only on routes whose access is not `public`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<AppRequest>();
  if (!actor) throw new AppError('auth/not-signed-in');
  return actor;
});

/** The signed-in person, or null; for routes whose access is `public` and that show more to some. */
export const MaybeActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null =>
    context.switchToHttp().getRequest<AppRequest>().actor ?? null,
);

function versionOf(request: FastifyRequest): number {
  const match = /^"v(\d+)"$/.exec(request.headers['if-match'] ?? '');
  if (!match) throw new AppError('request/version-needed');
  return Number(match[1]);
}

export const etag = (version: number): string => `"v${version}"`;
