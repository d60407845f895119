import { createWriteStream } from 'node:fs';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { CompanyExport, everything } from '#companies/index.js';
import { language as languages } from '#contracts/shapes.js';
import { tableMime, type ExportFormat } from '#platform/spreadsheet/index.js';
import { UsageError, type Command } from '../command.js';
import { withResources } from '../open.js';

const formats = Object.keys(tableMime) as ExportFormat[];

export const exportCompanies: Command = {
  name: 'export companies',
  usage: `FILE [--format ${formats.join('|')}] [--language ja|en]`,
  summary: 'Writes all approved companies, in columns that the import takes.',
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { format: { type: 'string' }, language: { type: 'string', default: 'ja' } },
    });
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new UsageError('Name one file to write.');
    const format = formatOf(values.format ?? extname(path).slice(1));
    const language = languages.safeParse(values.language);
    if (!language.success) throw new UsageError('--language must be ja or en.');
    await withResources(({ database }) =>
      pipeline(
        new CompanyExport(database).content(null, everything, format, language.data),
        createWriteStream(path),
      ),
    );
    process.stdout.write(`Written to ${path}.\n`);
  },
};

function formatOf(text: string): ExportFormat {
  const format = formats.find((name) => name === text.toLowerCase());
  if (!format) throw new UsageError(`--format must be one of ${formats.join(', ')}.`);
  return format;
}
