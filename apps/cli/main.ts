import { errorMessage } from '#contracts/errors.js';
import { EmbeddedPostgresError } from '#platform/database/embedded/index.js';
import { AppError } from '#platform/http/index.js';
import { CommandError, say, UsageError, type Command } from './command.js';
import { createAdmin } from './commands/create-admin.js';
import { demoDay } from './commands/demo-day.js';
import { exportCompanies } from './commands/export-companies.js';
import { exportRoom } from './commands/export-room.js';
import { importCompanies } from './commands/import-companies.js';
import { migrate } from './commands/migrate.js';
import { reindex } from './commands/reindex.js';
import { verifyLotFile } from './commands/verify-lot.js';
import { verifyFile } from './commands/verify.js';
import { verifyTimetableFile } from './commands/verify-timetable.js';

const commands: readonly Command[] = [
  migrate,
  importCompanies,
  exportCompanies,
  exportRoom,
  createAdmin,
  reindex,
  verifyTimetableFile,
  verifyLotFile,
  verifyFile,
  demoDay,
];

const usageOf = ({ name, usage }: Command): string => `npm run cli -- ${name} ${usage}`.trim();

const usage = (): string =>
  ['Usage:', ...commands.map((command) => `  ${usageOf(command)}\n      ${command.summary}`)].join('\n');

/** The command that the words begin with, and what follows. */
function findCommand(words: readonly string[]): { command: Command; args: string[] } | undefined {
  for (const command of commands) {
    const name = command.name.split(' ');
    if (name.every((word, i) => words[i] === word)) return { command, args: words.slice(name.length) };
  }
  return undefined;
}

/** What to tell of an error; undefined for one that nobody foresaw. */
function messageOf(error: unknown, command: Command): string | undefined {
  const { code, message } = error as { code?: string; message?: string };
  const isUsage = error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS');
  if (isUsage) return `${message ?? ''}\nUsage: ${usageOf(command)}`;
  if (error instanceof CommandError || error instanceof EmbeddedPostgresError) return error.message;
  if (error instanceof AppError) return errorMessage(error.code, 'en', error.details);
  const cannotConnect = ['ECONNREFUSED', 'ENOTFOUND', '28P01', '3D000'];
  if (code && cannotConnect.includes(code)) return `The database cannot be reached: ${message ?? code}`;
  return undefined;
}

async function main(words: string[]): Promise<number> {
  const isHelp = words.length === 0 || words.includes('--help') || words[0] === 'help';
  if (isHelp) {
    process.stdout.write(`${usage()}\n`);
    return words.length === 0 ? 1 : 0;
  }
  const found = findCommand(words);
  if (!found) {
    say(`There is no command "${words.join(' ')}".\n\n${usage()}`);
    return 1;
  }
  try {
    await found.command.run(found.args);
    return 0;
  } catch (error) {
    say(messageOf(error, found.command) ?? (error as Error).stack ?? String(error));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
