import { z } from 'zod';
import type { Permission } from './permissions.js';

/** Who may call an endpoint. `signed-in` is any account, also one that belongs to no company or body yet. */
export type Access = 'public' | 'signed-in' | Permission;

/** A response that is not JSON: the media types it may have. */
export interface FileResponse {
  readonly file: readonly string[];
}
export const file = (...mediaTypes: string[]): FileResponse => ({ file: mediaTypes });

/**
 * One HTTP endpoint, stated once: the server builds its route, its guard, its validation and its OpenAPI entry
 * from it, the web app its typed call.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api`, parameters as `:name`. */
  readonly path: `/${string}`;
  readonly access: Access;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Absent: 204 without a body. */
  readonly response?: z.ZodType | FileResponse;
  /** A POST that makes something new: honours `Idempotency-Key`, answers 201. */
  readonly creates?: true;
  /** `read`: answers with an `ETag`; `write`: needs `If-Match` (428 without, 412 when stale, both versions shown). */
  readonly versioned?: 'read' | 'write';
  /** The body is multipart/form-data with one part `file`, read by the controller; other fields are the body. */
  readonly upload?: true;
}

export const endpoint = <const E extends Endpoint>(definition: E): E => definition;

type ShapeOut<S> = S extends z.ZodType ? z.output<S> : undefined;
type ShapeIn<S> = S extends z.ZodType ? z.input<S> : undefined;
type Field<E, K extends string> = E extends { readonly [P in K]: infer S } ? S : undefined;

/** What the server's method gets, parsed. */
export interface InputOf<E extends Endpoint> {
  params: ShapeOut<Field<E, 'params'>>;
  query: ShapeOut<Field<E, 'query'>>;
  body: ShapeOut<Field<E, 'body'>>;
}
/** What a caller gives, before defaults. */
export interface RequestOf<E extends Endpoint> {
  params: ShapeIn<Field<E, 'params'>>;
  query: ShapeIn<Field<E, 'query'>>;
  body: ShapeIn<Field<E, 'body'>>;
}
/** What the server's method returns and the caller receives. */
export type OutputOf<E extends Endpoint> =
  Field<E, 'response'> extends z.ZodType ? z.output<Field<E, 'response'>> : void;
