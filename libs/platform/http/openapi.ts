import { z } from 'zod';
import type { Endpoint } from '#contracts/endpoint.js';
import { errorBody } from '#contracts/errors.js';
import { permissions, type Permission } from '#contracts/permissions.js';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json;
  return rest;
};

/** The OpenAPI 3.1 document of all endpoints, made from the schemas that also validate. */
export function openApiDocument(api: Record<string, Record<string, Endpoint>>): Json {
  const paths: Record<string, Json> = {};
  for (const [context, endpoints] of Object.entries(api)) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
      (paths[path] ??= {})[endpoint.method.toLowerCase()] = operation(context, name, endpoint);
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nakadachi',
      version: '1',
      description:
        'Cookie session; `If-Match` on edits; `Idempotency-Key` on creating POSTs; cursor pagination.',
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'nakadachi_session' } },
      schemas: { Error: schemaOf(errorBody, 'output') },
    },
  };
}

function operation(context: string, name: string, endpoint: Endpoint): Json {
  return {
    operationId: `${context}.${name}`,
    tags: [context],
    summary: endpoint.summary,
    ...(endpoint.access !== 'public' && { security: [{ session: [] }] }),
    'x-roles': rolesOf(endpoint),
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
      ...(endpoint.creates ? [header('Idempotency-Key', false)] : []),
      ...(endpoint.versioned === 'write' ? [header('If-Match', true)] : []),
    ],
    ...((endpoint.body ?? endpoint.upload) && { requestBody: requestBody(endpoint) }),
    responses: {
      ...success(endpoint),
      default: { description: 'Error', content: json({ $ref: '#/components/schemas/Error' }) },
    },
  };
}

const rolesOf = ({ access }: Endpoint): readonly string[] =>
  access === 'public' || access === 'signed-in' ? [access] : permissions[access satisfies Permission];

const json = (schema: Json): Json => ({ 'application/json': { schema } });
const header = (name: string, required: boolean): Json => ({
  name,
  in: 'header',
  required,
  schema: { type: 'string' },
});

function parameters(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function requestBody(endpoint: Endpoint): Json {
  const body = endpoint.body ? schemaOf(endpoint.body, 'input') : { type: 'object', properties: {} };
  if (!endpoint.upload) return { required: true, content: json(body) };
  const properties = { ...(body['properties'] as Json), file: { type: 'string', format: 'binary' } };
  return {
    required: true,
    content: { 'multipart/form-data': { schema: { ...body, type: 'object', properties } } },
  };
}

function success(endpoint: Endpoint): Json {
  const { response } = endpoint;
  if (response === undefined) return { 204: { description: 'Done' } };
  const status = endpoint.creates ? 201 : 200;
  if (response instanceof z.ZodType)
    return { [status]: { description: 'OK', content: json(schemaOf(response, 'output')) } };
  const content = Object.fromEntries(
    response.file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
  );
  return { [status]: { description: 'A file', content } };
}
