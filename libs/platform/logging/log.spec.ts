import { describe, expect, it, jest } from '@jest/globals';
import type { Logger } from 'pino';
import { NestLog } from './log.js';
import { currentRequest, runInRequest } from './request-context.js';

describe('the request that a call chain serves', () => {
  it('is known through awaits, apart from a neighbour’s, and not outside', async () => {
    const seen = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return currentRequest()?.requestId;
    };
    const both = await Promise.all([
      runInRequest({ requestId: 'one' }, seen),
      runInRequest({ requestId: 'other' }, async () => [
        await seen(),
        runInRequest({ requestId: 'inner' }, currentRequest),
      ]),
    ]);
    expect(both).toEqual(['one', ['other', { requestId: 'inner' }]]);
    expect(currentRequest()).toBeUndefined();
  });
});

describe('what Nest says', () => {
  it('is in the same log, its chatter below what is shown', () => {
    const target = { debug: jest.fn(), warn: jest.fn(), error: jest.fn(), trace: jest.fn() };
    const log = new NestLog(target as unknown as Logger);
    log.log('Mapped a route');
    log.debug('details');
    log.verbose('more');
    log.warn('careful');
    log.error(new Error('It broke.'), 'at somewhere');
    log.error('as text');
    expect(target.debug.mock.calls).toEqual([['Mapped a route'], ['details']]);
    expect(target.trace.mock.calls).toEqual([['more']]);
    expect(target.warn.mock.calls).toEqual([['careful']]);
    expect(target.error.mock.calls).toEqual([
      [{ stack: 'at somewhere' }, 'It broke.'],
      [{ stack: undefined }, 'as text'],
    ]);
  });
});
