import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { password as passwordRule } from '#contracts/identity.js';
import { language as languages } from '#contracts/shapes.js';
import { IdentityService } from '#identity/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { CommandError, UsageError, type Command } from '../command.js';
import { withResources } from '../open.js';

const options = z.object({
  email: z.email({ error: '--email must be a mail address.' }),
  name: z.string().trim().min(1, { error: '--name must not be empty.' }).max(100),
  language: languages,
  password: passwordRule.optional(),
});

export const createAdmin: Command = {
  name: 'create-admin',
  usage: '--email ADDRESS [--name NAME] [--language ja|en] [--password PASSWORD]',
  summary: 'Makes an administrator; without --password one is made up and shown once.',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        email: { type: 'string', default: '' },
        name: { type: 'string', default: '管理者' },
        language: { type: 'string', default: 'ja' },
        password: { type: 'string' },
      },
    });
    const given = options.safeParse(values);
    if (!given.success) {
      const [issue] = given.error.issues;
      const own = issue?.message.startsWith('--') ? issue.message : undefined;
      throw new UsageError(own ?? `--${String(issue?.path[0])} is not valid: ${issue?.message ?? ''}`);
    }
    const { password = randomBytes(15).toString('base64url'), ...person } = given.data;
    await withResources(({ database }) =>
      new IdentityService(database, new Events(database))
        .createPerson({ ...person, password, role: 'administrator' })
        .catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'request/conflict')
            throw new CommandError(`${person.email} has an account already.`);
          throw error;
        }),
    );
    const shown = given.data.password ? '' : `\nPassword: ${password}`;
    process.stdout.write(`${person.email} is an administrator now.${shown}\n`);
  },
};
