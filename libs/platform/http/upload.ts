import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { AppError } from './app-error.js';
import { parseFields } from './fields.js';
import { languageOf } from './language.js';

export interface Upload<Body> {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly body: Body;
}

/**
 * Reads a multipart request: one part `file` of at most `maxBytes`, all other parts are the body. Errors:
 * `file/missing`, `file/too-large`, `request/invalid`.
 */
export async function readUpload<S extends z.ZodType = z.ZodUndefined>(
  request: FastifyRequest,
  maxBytes: number,
  schema?: S,
): Promise<Upload<z.output<S>>> {
  if (!request.isMultipart()) throw new AppError('file/missing');
  const fields: Record<string, unknown> = {};
  let file: { fileName: string; bytes: Buffer } | null = null;
  try {
    for await (const part of request.parts({
      limits: { fileSize: maxBytes, files: 1, fields: 30, fieldSize: 100_000 },
    })) {
      if (part.type === 'field') fields[part.fieldname] = part.value;
      else file = { fileName: part.filename, bytes: await part.toBuffer() };
    }
  } catch (error) {
    const tooLarge = (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE';
    throw new AppError(tooLarge ? 'file/too-large' : 'file/broken', {
      megabytes: Math.floor(maxBytes / 1_048_576),
    });
  }
  if (!file || file.bytes.length === 0) throw new AppError('file/missing');
  return { ...file, body: parseFields(schema, fields, languageOf(request)) as z.output<S> };
}
