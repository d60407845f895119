import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { endpoint, file, type Endpoint } from '#contracts/endpoint.js';
import { api } from '#contracts/index.js';
import { permissions } from '#contracts/permissions.js';
import { day, flag, id, instant, line, listOf, pageOf, pageQuery, yen } from '#contracts/shapes.js';
import { openApiDocument } from './openapi.js';

interface Schema {
  type?: string;
  format?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  default?: unknown;
}
type Content = Record<string, { schema: Schema }>;
interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  security?: object[];
  'x-roles': string[];
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

const operationOf = (one: Endpoint): Operation => {
  const { paths } = openApiDocument({ shops: { one } }) as unknown as Document;
  const operation = Object.values(paths).flatMap((path) => Object.values(path))[0];
  if (!operation) throw new Error('no operation');
  return operation;
};
const list = endpoint({ method: 'GET', path: '/shops', access: 'public', summary: 'Shops' });
const parametersOf = (query: z.ZodObject) =>
  Object.fromEntries(
    operationOf({ ...list, query }).parameters.map(({ name, ...parameter }) => [name, parameter]),
  );

describe('the OpenAPI entry of an endpoint', () => {
  it('has its path with its parameters, its method and its summary', () => {
    const one = endpoint({
      method: 'PATCH',
      path: '/shops/:id/staff/:userId',
      access: 'signed-in',
      summary: 'Change',
      params: z.object({ id, userId: id }),
    });
    const { paths } = openApiDocument({ shops: { one } }) as unknown as Document;
    expect(Object.keys(paths)).toEqual(['/api/shops/{id}/staff/{userId}']);
    const operation = operationOf(one);
    expect(operation).toMatchObject({ operationId: 'shops.one', tags: ['shops'], summary: 'Change' });
    expect(operation.parameters).toEqual([
      { name: 'id', in: 'path', required: true, schema: expect.objectContaining({ format: 'uuid' }) },
      { name: 'userId', in: 'path', required: true, schema: expect.objectContaining({ format: 'uuid' }) },
    ]);
  });

  it('says who may call it', () => {
    expect(operationOf(list)).not.toHaveProperty('security');
    expect(operationOf(list)['x-roles']).toEqual(['public']);
    const edit = operationOf({ ...list, access: 'company:edit' });
    expect(edit.security).toEqual([{ session: [] }]);
    expect(edit['x-roles']).toEqual(permissions['company:edit']);
  });

  it('describes every kind of query value', () => {
    const parameters = parametersOf(
      pageQuery.extend({
        word: line(40),
        kind: z.enum(['a', 'b']).optional(),
        only: flag.optional(),
        mine: z.stringbool().default(false),
        codes: listOf(z.enum(['x', 'y'])),
        since: day.optional(),
        year: z.coerce.number().int().min(2000),
      }),
    );
    expect(parameters['word']).toMatchObject({ in: 'query', required: true, schema: { type: 'string' } });
    expect(parameters['kind']).toMatchObject({ required: false, schema: { enum: ['a', 'b'] } });
    expect(parameters['limit']).toMatchObject({
      required: false,
      schema: { type: 'integer', default: 25, minimum: 1, maximum: 100 },
    });
    expect(parameters['cursor']).toMatchObject({ required: false, schema: { type: 'string' } });
    expect(parameters['only']).toMatchObject({ required: false, schema: { type: 'string' } });
    expect(parameters['mine']).toMatchObject({ required: false });
    expect(parameters['codes']).toMatchObject({ required: false });
    expect(parameters['since']).toMatchObject({ required: false, schema: { format: 'date' } });
    expect(parameters['year']).toMatchObject({ schema: { type: 'integer', minimum: 2000 } });
  });

  it('describes a body as it is sent and an answer as it comes', () => {
    const operation = operationOf(
      endpoint({
        method: 'POST',
        path: '/shops',
        access: 'signed-in',
        summary: 'New',
        creates: true,
        body: z.object({
          title: line(),
          note: z.string().default(''),
          price: yen.nullable(),
          choice: z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('day'), at: day }),
            z.object({ kind: z.literal('none') }),
          ]),
        }),
        response: pageOf(z.object({ id, at: instant, note: z.string().default('') })),
      }),
    );
    const sent = operation.requestBody?.content['application/json']?.schema;
    expect(sent?.required).toEqual(['title', 'price', 'choice']);
    expect(sent?.properties?.['choice']).toMatchObject({ oneOf: [{ type: 'object' }, { type: 'object' }] });
    const answer = operation.responses['201']?.content?.['application/json']?.schema;
    expect(answer?.properties?.['items']?.items).toMatchObject({
      required: ['id', 'at', 'note'],
      properties: { at: { type: 'string', format: 'date-time' } },
    });
    expect(answer).not.toHaveProperty('$schema');
    expect(operation.parameters).toEqual([
      expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }),
    ]);
  });

  it('asks for If-Match where an edit needs it', () => {
    const { parameters } = operationOf({
      ...list,
      method: 'PUT',
      versioned: 'write',
      response: z.object({}),
    });
    expect(parameters).toEqual([
      { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } },
    ]);
    expect(operationOf({ ...list, versioned: 'read' }).parameters).toEqual([]);
  });

  it('describes an upload with its fields, with or without others', () => {
    const bare = { ...list, method: 'POST', upload: true } as const;
    const content = (one: Endpoint) => operationOf(one).requestBody?.content['multipart/form-data']?.schema;
    expect(content(bare)?.properties).toEqual({ file: { type: 'string', format: 'binary' } });
    const more = content({ ...bare, body: z.object({ caption: line(), kind: z.string().optional() }) });
    expect(Object.keys(more?.properties ?? {})).toEqual(['caption', 'kind', 'file']);
    expect(more?.required).toContain('caption');
  });

  it('tells a file, an empty answer and errors', () => {
    const files = operationOf({ ...list, response: file('application/pdf', 'text/csv') }).responses['200'];
    expect(Object.keys(files?.content ?? {})).toEqual(['application/pdf', 'text/csv']);
    const empty = operationOf(list);
    expect(Object.keys(empty.responses)).toEqual(['204', 'default']);
    expect(empty).not.toHaveProperty('requestBody');
    expect(empty.responses['default']?.content?.['application/json']?.schema).toEqual({
      $ref: '#/components/schemas/Error',
    });
  });
});

describe('the OpenAPI document of the product', () => {
  const document = openApiDocument(api) as unknown as Document & {
    components: { schemas: Record<string, Schema> };
  };
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation): [string, Operation, string] => [
      operation.operationId,
      operation,
      path,
    ]),
  );

  it('says of every parameter what it is', () => {
    const unknown = operations.flatMap(([name, { parameters }]) =>
      parameters
        .filter(({ schema }) => !schema.type && !schema.enum && !('anyOf' in schema))
        .map((p) => `${name}: ${p.name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('names every parameter of every path', () => {
    for (const [, { parameters }, path] of operations)
      expect(parameters.filter((p) => p.in === 'path').map((p) => `{${p.name}}`)).toEqual(
        path.match(/\{\w+\}/g) ?? [],
      );
  });

  it('describes the error', () => {
    expect(document.components.schemas['Error']?.required).toEqual(['code', 'message', 'requestId']);
  });
});
