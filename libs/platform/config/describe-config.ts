import { documentedVariables } from './config.schema.js';

const cell = (text: string) => text.replaceAll('|', '\\|');

/** The text of config/README.md: every variable, once, in a table. */
export function describeConfig(): string {
  const rows = documentedVariables().map(
    ([name, { about, example, unset }]) =>
      `| \`${name}\` | ${cell(about)} | \`${cell(example)}\` | ${cell(unset)} |`,
  );
  return `# Configuration

Everything is set by environment variables. None is needed to start: without any, the program runs by itself on
one machine. An empty variable counts as not set. All are checked at the start; a wrong value stops it with the
variable's name, the problem and an example.

This page is written from \`libs/platform/config/config.schema.ts\`: after a change there, run
\`npm run build && node scripts/describe-config.mjs\`.

<!-- prettier-ignore -->
| Variable | What it is | Example | When it is not set |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
