import { z } from 'zod';

/** What the documentation says of a variable; every variable of the schema is registered with one. */
export interface VariableDoc {
  about: string;
  example: string;
  /** What holds when the variable is not set. */
  unset: string;
  /** A secret value is never repeated in an error message. */
  secret?: true;
}

export const variableDocs = z.registry<VariableDoc>();

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.coerce
    .number({ error })
    .refine((value) => Number.isInteger(value) && value >= from && value <= to, {
      error,
    });
};
const port = wholeNumber(1, 65_535);

const address = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `must be an address that starts with ${protocols.map((name) => `${name}://`).join(' or ')}`,
  });

const isOrigin = (text: string) => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
};
const origin = z
  .string()
  .refine(isOrigin, { error: 'must be an http:// or https:// address without a path' })
  .transform((text) => new URL(text).origin);

const origins = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(origin));

/** Addresses as WebRTC takes them, e.g. `turn:host:3478?transport=udp` (RFC 7064, RFC 7065). */
const iceAddresses = (...protocols: string[]) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
    .refine((all) => all.every((one) => new RegExp(`^(${protocols.join('|')}):[^\\s/@]+$`).test(one)), {
      error: `must be addresses that start with ${protocols.join(': or ')}:, separated by commas`,
    });

const yesOrNo = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((text) => text === 'true');

const mailbox = z.string().regex(/^([^<>@\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
  error: 'must be a mail address, with or without a name',
});

const variables = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], { error: 'must be production, development or test' })
    .default('production')
    .register(variableDocs, {
      about: 'Kind of run. `test` is set by the test runner.',
      example: 'production',
      unset: '`production`',
    }),

  HOST: z.string().default('127.0.0.1').register(variableDocs, {
    about: 'Network address to listen on. `0.0.0.0` accepts connections from other machines.',
    example: '0.0.0.0',
    unset: '`127.0.0.1`: reachable from this machine only',
  }),
  PORT: port.default(3000).register(variableDocs, {
    about: 'Port of the web application and its API; a worker answers health checks on it.',
    example: '3000',
    unset: '`3000`',
  }),
  REALTIME_PORT: port.default(3001).register(variableDocs, {
    about: 'Port of the realtime process where it runs by itself.',
    example: '3001',
    unset: '`3001`',
  }),
  PUBLIC_URL: origin.optional().register(variableDocs, {
    about:
      'Address that people type into the browser. Links in mails start with it; https makes cookies secure.',
    example: 'https://match.example.jp',
    unset: '`http://localhost:PORT`',
  }),
  ALLOWED_ORIGINS: origins.optional().register(variableDocs, {
    about: 'Web addresses, separated by commas, whose pages may send changes.',
    example: 'https://match.example.jp,https://www.example.jp',
    unset: 'PUBLIC_URL; without that, this machine by either of its names',
  }),
  TRUST_PROXY: wholeNumber(0, 10).default(0).register(variableDocs, {
    about: 'How many reverse proxies stand in front; their X-Forwarded-For is believed.',
    example: '1',
    unset: '`0`: the header is ignored',
  }),

  DATA_DIR: z.string().default('var').register(variableDocs, {
    about: 'Folder for everything that is kept on this machine. Relative to the folder of the start command.',
    example: '/srv/nakadachi',
    unset: '`var`',
  }),
  DATABASE_URL: address('postgres', 'postgresql').optional().register(variableDocs, {
    about: 'PostgreSQL 18 database to use.',
    example: 'postgres://nakadachi:password@db.example.jp:5432/nakadachi',
    unset: 'an embedded PostgreSQL with its data in DATA_DIR',
    secret: true,
  }),
  EMBEDDED_PG_PORT: port.default(54_329).register(variableDocs, {
    about: 'Port of the embedded PostgreSQL, which listens on 127.0.0.1 only.',
    example: '54329',
    unset: '`54329`',
  }),
  REDIS_URL: address('redis', 'rediss').optional().register(variableDocs, {
    about:
      'Redis for jobs and for sockets over several processes. Needs `appendonly yes` and `maxmemory-policy noeviction`.',
    example: 'redis://redis.example.jp:6379',
    unset: 'jobs in PostgreSQL, sockets in one process',
    secret: true,
  }),

  MEILI_URL: address('http', 'https').optional().register(variableDocs, {
    about: 'Meilisearch (1.22 or newer) for the search.',
    example: 'http://meilisearch.example.jp:7700',
    unset: 'an index in the memory of each process that searches',
  }),
  MEILI_KEY: z.string().optional().register(variableDocs, {
    about: 'Key of Meilisearch that may do everything with the indexes `nakadachi…`.',
    example: 'the output of: openssl rand -hex 24',
    unset: 'asked without a key',
    secret: true,
  }),

  S3_ENDPOINT: address('http', 'https').optional().register(variableDocs, {
    about:
      'Address of S3-compatible storage for uploaded files; the other S3 variables then must be set too.',
    example: 'https://s3.ap-northeast-1.amazonaws.com',
    unset: 'files in DATA_DIR',
  }),
  S3_BUCKET: z.string().optional().register(variableDocs, {
    about: 'Bucket for uploaded files.',
    example: 'nakadachi-files',
    unset: 'needed with S3_ENDPOINT',
  }),
  S3_ACCESS_KEY: z.string().optional().register(variableDocs, {
    about: 'Access key of the bucket.',
    example: 'AKIAIOSFODNN7EXAMPLE',
    unset: 'needed with S3_ENDPOINT',
    secret: true,
  }),
  S3_SECRET_KEY: z.string().optional().register(variableDocs, {
    about: 'Secret key of the bucket.',
    example: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    unset: 'needed with S3_ENDPOINT',
    secret: true,
  }),
  S3_REGION: z.string().default('us-east-1').register(variableDocs, {
    about: 'Region of the bucket.',
    example: 'ap-northeast-1',
    unset: '`us-east-1`, which most S3-compatible servers accept',
  }),
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/[^\s/:]+:\d{1,5}|tcp:\/\/\[[\da-fA-F:.]+\]:\d{1,5}|unix:\/\S+)$/, {
      error: 'must be tcp://host:port or unix:/path',
    })
    .optional()
    .register(variableDocs, {
      about:
        'Virus scanner (clamd). What people upload from then on can be opened once it has said that it is clean; while it is away, new files wait. StreamMaxLength in its clamd.conf must be at least UPLOAD_MAX_MB.',
      example: 'tcp://clamav.example.jp:3310',
      unset: 'files are not scanned',
    }),
  UPLOAD_MAX_MB: wholeNumber(1, 2000).default(20).register(variableDocs, {
    about: 'Largest file that may be uploaded, in megabytes (1,048,576 bytes each).',
    example: '50',
    unset: '`20`',
  }),

  SMTP_URL: address('smtp', 'smtps').optional().register(variableDocs, {
    about: 'Mail server. MAIL_FROM then must be set too.',
    example: 'smtps://user:password@mail.example.jp:465',
    unset: 'mails are written as `.eml` files to DATA_DIR',
    secret: true,
  }),
  MAIL_FROM: mailbox.optional().register(variableDocs, {
    about: 'Sender of all mails.',
    example: 'Nakadachi <no-reply@example.jp>',
    unset: '`Nakadachi <no-reply@localhost>`; needed with SMTP_URL',
  }),

  SECRET_KEY: z
    .string()
    .refine((text) => Buffer.byteLength(text) >= 32, { error: 'must have 32 characters or more' })
    .optional()
    .register(variableDocs, {
      about:
        'Encrypts one-time-password secrets, signs links, and seals agreements and records. All processes need the same; what was encrypted with it is lost without it, what was sealed with it can still be checked.',
      example: 'the output of: openssl rand -base64 48',
      unset: 'made once and kept in DATA_DIR (`secret.key`); needed with REDIS_URL',
      secret: true,
    }),
  SESSION_DAYS: wholeNumber(1, 365).default(14).register(variableDocs, {
    about: 'Days after which an unused login ends.',
    example: '14',
    unset: '`14`',
  }),
  INTRODUCTION_REMINDER_DAYS: wholeNumber(1, 365).default(3).register(variableDocs, {
    about: 'Days after which a side that has not answered an introduction is reminded.',
    example: '3',
    unset: '`3`',
  }),
  INTRODUCTION_EXPIRY_DAYS: wholeNumber(1, 365).default(14).register(variableDocs, {
    about: 'Days after which an unanswered introduction expires; more than INTRODUCTION_REMINDER_DAYS.',
    example: '14',
    unset: '`14`',
  }),
  MESSAGE_EDIT_MINUTES: wholeNumber(0, 1440).default(15).register(variableDocs, {
    about:
      'Minutes after sending in which a message in a negotiation room may be edited or withdrawn by its sender; every version stays in the record. `0`: never.',
    example: '15',
    unset: '`15`',
  }),
  STUN_URLS: iceAddresses('stun', 'stuns').register(variableDocs, {
    about:
      'STUN servers, separated by commas: calls between people in different networks find their way by them.',
    example: 'stun:turn.example.jp:3478',
    unset: 'calls within one network only, unless TURN_URLS is set',
  }),
  TURN_URLS: iceAddresses('turn', 'turns').register(variableDocs, {
    about:
      'TURN servers, separated by commas, that carry calls where networks let nothing else through. TURN_SECRET then must be set too.',
    example: 'turn:turn.example.jp:3478?transport=udp,turns:turn.example.jp:5349?transport=tcp',
    unset: 'no calls across networks that let nothing through',
  }),
  TURN_SECRET: z.string().optional().register(variableDocs, {
    about:
      'Secret shared with the TURN servers (coturn: `use-auth-secret` and `static-auth-secret`), from which credentials for some hours are made.',
    example: 'the output of: openssl rand -hex 24',
    unset: 'needed with TURN_URLS',
    secret: true,
  }),
  DEMO: yesOrNo.optional().register(variableDocs, {
    about: 'Whether the first start fills an empty database with a fictional demonstration.',
    example: 'false',
    unset: '`true` with the embedded PostgreSQL, `false` with DATABASE_URL',
  }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info')
    .register(variableDocs, {
      about: 'Least severe log line that is written.',
      example: 'debug',
      unset: '`info`',
    }),
});

export type Variables = z.output<typeof variables>;
export type VariableName = keyof Variables;

/** Each variable that another one makes necessary: [the variable, what makes it so, why]. */
function needs(values: Variables): [VariableName, VariableName, string?][] {
  const needed: [VariableName, VariableName, string?][] = [];
  if (values.S3_ENDPOINT)
    for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const)
      needed.push([name, 'S3_ENDPOINT']);
  if (values.TURN_URLS.length > 0) needed.push(['TURN_SECRET', 'TURN_URLS']);
  if (values.SMTP_URL) needed.push(['MAIL_FROM', 'SMTP_URL']);
  if (values.REDIS_URL)
    needed.push([
      'SECRET_KEY',
      'REDIS_URL',
      'all processes need the same; the one used so far is in secret.key',
    ]);
  return needed;
}

/**
 * Every variable of the program, documented once. Input: environment variables without the empty ones.
 */
export const configSchema = variables.superRefine((values, context) => {
  for (const [name, because, why] of needs(values))
    if (values[name] === undefined)
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `must be set when ${because} is set${why ? ` (${why})` : ''}`,
      });
  if (values.INTRODUCTION_EXPIRY_DAYS <= values.INTRODUCTION_REMINDER_DAYS)
    context.addIssue({
      code: 'custom',
      path: ['INTRODUCTION_EXPIRY_DAYS'],
      message: 'must be more than INTRODUCTION_REMINDER_DAYS',
    });
});

/** The documentation of every variable, in the order of the schema. */
export function documentedVariables(): [VariableName, VariableDoc][] {
  return Object.entries(variables.shape).map(([name, schema]) => {
    const doc = variableDocs.get(schema);
    if (!doc) throw new Error(`${name} is not documented`);
    return [name as VariableName, doc];
  });
}
