import { parseArgs } from 'node:util';
import { reindex as reindexSearch } from '#search/index.js';
import type { Command } from '../command.js';
import { withResources } from '../open.js';
import { Progress } from '../progress.js';

const server = {
  none: 'The index in memory of each process follows by itself.',
  checked: 'The search server was checked and has what it should.',
  rebuilt: 'The search server has a new index.',
};

export const reindex: Command = {
  name: 'reindex',
  usage: '[--check]',
  summary: 'Makes the search index anew from the database; with --check only what is out of date.',
  async run(args) {
    const { values } = parseArgs({ args, options: { check: { type: 'boolean', default: false } } });
    const progress = new Progress(null);
    const report = await withResources(({ database, config, log }) =>
      reindexSearch(
        { database, config, log },
        { check: values.check, onProgress: (done) => progress.show(done) },
      ),
    );
    process.stdout.write(
      `${report.subjects} rows made anew, ${report.documents} documents. ${server[report.server]}\n`,
    );
  },
};
