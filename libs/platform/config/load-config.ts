import { join, resolve } from 'node:path';
import { configSchema, documentedVariables, type VariableName, type Variables } from './config.schema.js';
import { keptSecretText, keyFromText } from './secret-key.js';

/** One or more variables have a wrong value; the message lists each with its problem and an example. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: { name: string; problem: string; example: string }[]) {
    const lines = problems.map(
      ({ name, problem, example }) => `  ${name}: ${problem}\n    example: ${name}=${example}`,
    );
    super(
      `The configuration is not valid. Every variable is described in config/README.md.\n${lines.join('\n')}`,
    );
  }
}

export type AppConfig = ReturnType<typeof toConfig>;

/**
 * The configuration, checked. An empty variable counts as not set.
 * Without SECRET_KEY the first call writes `secret.key` into the data folder.
 * @throws ConfigError naming every wrong variable
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): AppConfig {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = configSchema.safeParse(set);
  if (!result.success)
    throw new ConfigError(
      result.error.issues.map(({ path, message }) => problem(String(path[0]) as VariableName, message, set)),
    );
  return toConfig(result.data, secretKey(result.data));
}

/** The configuration for a program's start: a wrong value is printed and ends the process with exit code 1. */
export function loadConfigOrExit(env: NodeJS.ProcessEnv = process.env): AppConfig {
  try {
    return loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function problem(name: VariableName, message: string, set: NodeJS.ProcessEnv) {
  const doc = new Map(documentedVariables()).get(name);
  const value = set[name];
  const shown = value === undefined || doc?.secret ? '' : `, but is "${value}"`;
  return { name, problem: `${message}${shown}`, example: doc?.example ?? '' };
}

function secretKey({ SECRET_KEY, DATA_DIR }: Variables): Buffer {
  if (SECRET_KEY) return keyFromText(SECRET_KEY);
  try {
    return keyFromText(keptSecretText(resolve(DATA_DIR)));
  } catch (error) {
    const { message } = error as Error;
    throw new ConfigError([
      {
        name: 'DATA_DIR',
        problem: `must be a folder that can be written (${message})`,
        example: '/srv/nakadachi',
      },
    ]);
  }
}

const meiliOf = ({ MEILI_URL: url, MEILI_KEY: key }: Variables) => (url ? { url, key } : undefined);

function toConfig(variables: Variables, key: Buffer) {
  const { PORT, PUBLIC_URL, DATABASE_URL } = variables;
  const dataDir = resolve(variables.DATA_DIR);
  const publicUrl = PUBLIC_URL ?? `http://localhost:${PORT}`;
  return {
    environment: variables.NODE_ENV,
    /** Absolute path of the folder for everything kept on this machine. */
    dataDir,
    /** 32 bytes. */
    secretKey: key,
    demo: variables.DEMO ?? DATABASE_URL === undefined,
    log: { level: variables.LOG_LEVEL },
    http: {
      host: variables.HOST,
      port: PORT,
      /** Origin without a final slash. */
      publicUrl,
      allowedOrigins:
        variables.ALLOWED_ORIGINS ?? (PUBLIC_URL ? [PUBLIC_URL] : [publicUrl, `http://127.0.0.1:${PORT}`]),
      /** Number of proxies in front, as Fastify's `trustProxy` takes it. */
      trustProxy: variables.TRUST_PROXY,
      secureCookies: publicUrl.startsWith('https:'),
    },
    realtime: { port: variables.REALTIME_PORT },
    database: {
      /** Not set: the embedded PostgreSQL. */
      url: DATABASE_URL,
      embedded: { dataDir: join(dataDir, 'postgres'), port: variables.EMBEDDED_PG_PORT },
    },
    redis: { url: variables.REDIS_URL },
    /** Not set: the index in memory. */
    search: { meili: meiliOf(variables) },
    files: filesOf(dataDir, variables),
    mail: mailOf(dataDir, variables),
    sessions: { days: variables.SESSION_DAYS },
    negotiations: { editMinutes: variables.MESSAGE_EDIT_MINUTES },
    calls: {
      stunUrls: variables.STUN_URLS,
      turnUrls: variables.TURN_URLS,
      turnSecret: variables.TURN_SECRET,
    },
    introductions: {
      reminderDays: variables.INTRODUCTION_REMINDER_DAYS,
      expiryDays: variables.INTRODUCTION_EXPIRY_DAYS,
    },
  };
}

const filesOf = (dataDir: string, variables: Variables) => ({
  folder: join(dataDir, 'files'),
  maxBytes: variables.UPLOAD_MAX_MB * 1024 * 1024,
  /** Not set: files are not scanned. */
  clamdUrl: variables.CLAMD_URL,
  /** Not set: files in the folder. */
  s3: variables.S3_ENDPOINT === undefined ? undefined : s3Of(variables.S3_ENDPOINT, variables),
});

function s3Of(endpoint: string, variables: Variables) {
  return {
    endpoint,
    bucket: variables.S3_BUCKET ?? '',
    accessKey: variables.S3_ACCESS_KEY ?? '',
    secretKey: variables.S3_SECRET_KEY ?? '',
    region: variables.S3_REGION,
  };
}

const mailOf = (dataDir: string, { SMTP_URL, MAIL_FROM }: Variables) => ({
  folder: join(dataDir, 'mail'),
  /** Not set: mails as files in the folder. */
  smtpUrl: SMTP_URL,
  from: MAIL_FROM ?? 'Nakadachi <no-reply@localhost>',
});
