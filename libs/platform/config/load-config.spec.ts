import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { ConfigError, documentedVariables, loadConfig } from './index.js';

const SECRET_KEY = 'a key of at least thirty-two characters';
const load = (env: Record<string, string> = {}) => loadConfig({ SECRET_KEY, ...env });

function problemsOf(env: Record<string, string>): string[] {
  try {
    load(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n').slice(1);
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('needs no variable', () => {
    const config = load();
    expect(config.http).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      allowedOrigins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
      trustProxy: 0,
      secureCookies: false,
    });
    expect(config.dataDir).toBe(resolve('var'));
    expect(config.database).toEqual({
      url: undefined,
      embedded: { dataDir: resolve('var/postgres'), port: 54_329 },
    });
    expect(config.introductions).toEqual({ reminderDays: 3, expiryDays: 14 });
    expect(config.files.maxBytes).toBe(20_971_520);
    expect(config.secretKey).toHaveLength(32);
    expect(config.demo).toBe(true);
  });

  it('takes an empty variable as not set', () => {
    expect(load({ PORT: '', DATABASE_URL: '', S3_ENDPOINT: '' })).toEqual(load());
  });

  it('derives addresses from the public one', () => {
    const config = load({ PUBLIC_URL: 'https://match.example.jp/' });
    expect(config.http).toMatchObject({
      publicUrl: 'https://match.example.jp',
      allowedOrigins: ['https://match.example.jp'],
      secureCookies: true,
    });
  });

  it('shows no demonstration in a database of its own, unless told to', () => {
    const DATABASE_URL = 'postgres://user:password@db.example.jp/nakadachi';
    expect(load({ DATABASE_URL }).demo).toBe(false);
    expect(load({ DATABASE_URL, DEMO: 'true' }).demo).toBe(true);
  });

  it('lists every wrong variable with its problem, its value and an example', () => {
    expect(problemsOf({ PORT: '70000', LOG_LEVEL: 'loud' })).toEqual([
      '  PORT: must be a whole number from 1 to 65535, but is "70000"',
      '    example: PORT=3000',
      '  LOG_LEVEL: must be fatal, error, warn, info, debug, trace or silent, but is "loud"',
      '    example: LOG_LEVEL=debug',
    ]);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '1.5'],
    ['PUBLIC_URL', 'match.example.jp'],
    ['PUBLIC_URL', 'https://match.example.jp/app'],
    ['ALLOWED_ORIGINS', 'https://a.example.jp, b.example.jp'],
    ['DATABASE_URL', 'mysql://db.example.jp/nakadachi'],
    ['REDIS_URL', 'redis.example.jp:6379'],
    ['MAIL_FROM', 'Nakadachi'],
    ['DEMO', 'yes'],
    ['SECRET_KEY', 'short'],
    ['NODE_ENV', 'staging'],
    ['UPLOAD_MAX_MB', '0'],
    ['INTRODUCTION_EXPIRY_DAYS', '2'],
  ])('refuses %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value }).join('\n')).toMatch(new RegExp(`^ {2}${name}: must `));
  });

  it('never repeats a secret', () => {
    const text = problemsOf({ DATABASE_URL: 'db:hidden-password', SECRET_KEY: 'hidden-key' }).join('\n');
    expect(text).toContain('DATABASE_URL');
    expect(text).not.toContain('hidden');
  });

  it('names what another variable makes necessary', () => {
    const names = (env: Record<string, string>) =>
      problemsOf(env).flatMap((line) => /^ {2}(\w+):/.exec(line)?.[1] ?? []);
    expect(names({ S3_ENDPOINT: 'https://s3.example.jp' })).toEqual([
      'S3_BUCKET',
      'S3_ACCESS_KEY',
      'S3_SECRET_KEY',
    ]);
    expect(names({ SMTP_URL: 'smtp://mail.example.jp' })).toEqual(['MAIL_FROM']);
    expect(names({ SECRET_KEY: '', REDIS_URL: 'redis://redis.example.jp' })).toEqual(['SECRET_KEY']);
  });

  it('accepts the example of every variable', () => {
    const examples = documentedVariables().map(([name, { example }]) => [name, example]);
    expect(() => loadConfig(Object.fromEntries(examples) as Record<string, string>)).not.toThrow();
  });
});
