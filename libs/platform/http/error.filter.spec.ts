import { ForbiddenException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, it, jest } from '@jest/globals';
import { errorBody, type ErrorBody } from '#contracts/errors.js';
import { AppError, found, notFound, StaleError } from './app-error.js';
import { sendError } from './error.filter.js';

/** The answer to a request that failed with `error`. */
function answerTo(error: unknown, language = 'ja') {
  const logged = jest.fn();
  const request = {
    id: 'request-1',
    headers: { 'accept-language': language },
    log: { error: logged },
  } as unknown as FastifyRequest;
  const answer = { status: 0, type: '', text: '', destroyed: false };
  const reply = {
    sent: false,
    raw: { headersSent: false, destroy: () => (answer.destroyed = true) },
    status: (status: number) => {
      answer.status = status;
      return reply;
    },
    header: (_: string, type: string) => {
      answer.type = type;
      return reply;
    },
    send: (text: string) => {
      answer.text = text;
      return reply;
    },
  };
  return {
    answer,
    logged,
    reply,
    send: () => {
      sendError(error, request, reply as unknown as FastifyReply);
      return { ...answer, body: errorBody.strict().parse(JSON.parse(answer.text)) };
    },
  };
}
const bodyOf = (error: unknown, language?: string): ErrorBody => answerTo(error, language).send().body;

describe('an error as the caller sees it', () => {
  it('has its code, a sentence in the reader’s language, and the number of the request', () => {
    expect(answerTo(notFound()).send()).toMatchObject({
      status: 404,
      type: 'application/json; charset=utf-8',
      body: {
        code: 'request/not-found',
        message: '見つかりません。削除されたか、閲覧できない可能性があります。',
        requestId: 'request-1',
      },
    });
    expect(bodyOf(new AppError('auth/too-many-attempts', { seconds: 30 }), 'en').message).toBe(
      'Too many attempts. Please try again in 30 seconds.',
    );
  });

  it('names the wrong fields, codes among them as sentences', () => {
    const error = new AppError('request/invalid', {}, { 'file.0': 'file/missing', name: '短すぎます。' });
    expect(bodyOf(error).fields).toEqual({ 'file.0': 'ファイルを選んでください。', name: '短すぎます。' });
    expect(bodyOf(error, 'en').fields).toMatchObject({ 'file.0': 'Please choose a file.' });
    expect(bodyOf(notFound())).not.toHaveProperty('fields');
  });

  it('shows the version on the server where an edit was stale', () => {
    const current = { id: '1', version: 3, title: '新しい' };
    const { status, body } = answerTo(new StaleError(current)).send();
    expect(status).toBe(412);
    expect(body).toMatchObject({ code: 'request/stale', current });
    expect(bodyOf(new StaleError(null))).toMatchObject({ current: null });
    expect(bodyOf(notFound())).not.toHaveProperty('current');
  });

  it.each([
    [new NotFoundException('Cannot GET /secret'), 404, 'request/not-found'],
    [new PayloadTooLargeException(), 413, 'file/too-large'],
    [new ForbiddenException(), 500, 'server/failed'],
    [{ statusCode: 400 }, 400, 'request/invalid'],
    [{ statusCode: 415 }, 415, 'request/invalid'],
    [{ driverError: { code: '23505' } }, 409, 'request/conflict'],
    [{ code: '40001' }, 409, 'request/conflict'],
    [{ driverError: { code: '22P02' } }, 400, 'request/invalid'],
    [{ driverError: { code: '23503' } }, 500, 'server/failed'],
    ['a thrown text', 500, 'server/failed'],
    [null, 500, 'server/failed'],
    [undefined, 500, 'server/failed'],
  ])('%j is told as %d %s', (error, _status, code) => {
    expect(bodyOf(error).code).toBe(code);
  });

  it('tells nothing of what went wrong inside, but logs it', () => {
    const error = new Error('connect ECONNREFUSED postgres://user:word@10.0.0.1');
    const { send, logged } = answerTo(error);
    expect(send().text).not.toContain('10.0.0.1');
    expect(logged).toHaveBeenCalledWith({ err: error }, expect.any(String));
    const expected = answerTo(notFound());
    expected.send();
    expect(expected.logged).not.toHaveBeenCalled();
  });

  it('cuts a file off that was on its way', () => {
    const { answer, reply } = answerTo(null);
    reply.raw.headersSent = true;
    sendError(
      new Error('disk'),
      { id: '1', headers: {}, log: { error: () => undefined } } as unknown as FastifyRequest,
      reply as unknown as FastifyReply,
    );
    expect([answer.destroyed, answer.text]).toEqual([true, '']);
  });
});

describe('found', () => {
  it('gives the value, or says that there is none', () => {
    expect([found(0), found(''), found(false)]).toEqual([0, '', false]);
    expect(() => found(null)).toThrow('request/not-found');
    expect(() => found(undefined)).toThrow('request/not-found');
  });
});
