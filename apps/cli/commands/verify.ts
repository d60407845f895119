import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Finding, FindingCode, VerificationReport } from '#contracts/verification.js';
import { NotOurs, verifyBytes } from '#negotiations/index.js';
import { CommandError, UsageError, type Command } from '../command.js';

const WRONG: Readonly<Record<FindingCode, string>> = {
  'entry-missing': 'Entry {position} is missing.',
  'entry-changed': 'Entry {position} was changed.',
  'entry-moved': 'Entry {position} does not stand in its place.',
  'entry-repeated': 'Entry {position} is there more than once.',
  'entry-added': 'Entry {position} was added after the end that was sealed.',
  'head-differs': 'The head is not the link of entry {position}.',
  'seal-broken':
    'The record as a whole is not what was sealed: it was rewritten or cut short, or its heading was changed.',
  'seal-missing': 'There is no seal, so that nothing proves where it comes from.',
  'key-unknown': 'It was sealed with a key that the platform never had.',
  'key-differs': 'It was sealed with another key than the expected one.',
  'file-missing': 'The file {path} is missing.',
  'file-changed': 'The file {path} was changed or added.',
  'pdf-changed': 'Bytes of the PDF were changed after it was sealed.',
  'data-changed': "The agreement's data do not have the hash that they state.",
  'platform-differs': 'The platform holds something else (entry {position}).',
};

const sentence = ({ code, position, path }: Finding): string =>
  WRONG[code].replace('{position}', String(position ?? '')).replace('{path}', path ?? '');

export const verifyFile: Command = {
  name: 'verify',
  usage: 'FILE [--key FINGERPRINT]',
  summary:
    'Tells, without a network or database, whether an agreement (PDF) or an exported record (ZIP, JSON) is unaltered.',
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { key: { type: 'string' } },
    });
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new UsageError('Name one file to verify.');
    const key = values.key?.replace(/\s/g, '').toLowerCase();
    if (key !== undefined && !/^[0-9a-f]{32}$/.test(key))
      throw new UsageError('--key must be a fingerprint of 32 hexadecimal digits.');
    const { report, verifyAt } = await check(path);
    const differs = key !== undefined && report.fingerprint !== null && report.fingerprint !== key;
    const findings: Finding[] = differs
      ? [...report.findings, { code: 'key-differs', position: null, path: null }]
      : report.findings;
    process.stdout.write(`${facts(report).join('\n')}\n`);
    if (findings.length > 0)
      throw new CommandError(`NOT unaltered.\n${findings.map((one) => `  ${sentence(one)}`).join('\n')}`);
    process.stdout.write(`Unaltered.\n${key === undefined ? trust(report, verifyAt) : ''}`);
  },
};

async function check(path: string): Promise<{ report: VerificationReport; verifyAt: string }> {
  const bytes = await readFile(path).catch(() => {
    throw new CommandError(`There is no file ${path}.`);
  });
  try {
    const evidence = await verifyBytes(bytes);
    const { verifyAt } = evidence.kind === 'agreement' ? evidence.data : evidence.record;
    return { report: evidence.report, verifyAt };
  } catch (error) {
    if (error instanceof NotOurs)
      throw new CommandError(`${path} is no agreement or record of this system, or it is damaged.`);
    throw error;
  }
}

const facts = ({ kind, title, no, parties, head, fingerprint, shown, withheld }: VerificationReport) => [
  `${kind === 'agreement' ? `Agreement No. ${no ?? ''}` : 'Record'}: ${title}`,
  `Between:   ${parties.join(' and ')}`,
  ...(kind === 'record' ? [`Entries:   ${shown} shown, ${withheld} held back`] : []),
  ...(head ? [`Head:      entry ${head.position}, ${head.link}`] : []),
  `Key:       ${fingerprint?.replace(/(.{4})(?=.)/g, '$1 ') ?? 'none'}`,
];

/** A seal proves something only where its key is known to be the platform's. */
const trust = ({ fingerprint }: VerificationReport, verifyAt: string): string =>
  `This says that nothing was changed since it was sealed with the key above. That this is the platform's key, compare
with another printed agreement or with ${verifyAt.replace(/\/verify$/, '')}/api/verification/keys, or give
the fingerprint that you know: --key ${fingerprint ?? ''}
`;
