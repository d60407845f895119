import type { Command } from '../command.js';
import { withResources } from '../open.js';

export const migrate: Command = {
  name: 'migrate',
  usage: '',
  summary: 'Brings the database schema up to date.',
  async run() {
    const done = await withResources((_, migrations) => Promise.resolve(migrations));
    const text =
      done.length === 0 ? 'The schema is up to date.' : done.map((name) => `Ran ${name}.`).join('\n');
    process.stdout.write(`${text}\n`);
  },
};
