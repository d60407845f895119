import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  TimetableInputError,
  verifyTimetable,
  type PublishedTimetable,
  type VerificationFault,
} from '#fairs/index.js';
import { CommandError, UsageError, type Command } from '../command.js';

const FAULTS: Readonly<Record<VerificationFault, string>> = {
  'seed-is-not-the-committed-one': 'The seed is not the one that was committed to before wishes closed.',
  'input-hash-differs': 'The input is not the one whose hash was published.',
  'result-hash-differs': 'The pairs or the timetable are not those whose hash was published.',
  'published-hash-differs': 'The changes by hand are not those whose hash was published.',
  'pairs-not-proven-best': 'The pairs are not the best choice for these wishes.',
  'timetable-breaks-a-rule': 'The timetable breaks a rule of its own input.',
  'repeated-result-differs': 'Computed again from the input, the result is another.',
};

/** Enough of the file's shape to tell a wrong file; the engine itself checks what the input says. */
const published = z.looseObject({
  format: z.literal('nakadachi-timetable/1'),
  commitment: z.string(),
  input: z.looseObject({
    slots: z.int().nonnegative(),
    tables: z.array(z.looseObject({ id: z.string() })),
    firms: z.array(z.looseObject({ id: z.string() })),
    wishes: z.array(z.looseObject({ from: z.string(), to: z.string() })),
    seed: z.string(),
  }),
  efforts: z.array(z.int().nonnegative().nullable()),
  pairs: z.array(z.object({ orderer: z.string(), supplier: z.string() })),
  placements: z.array(z.object({ meeting: z.string(), slot: z.int(), table: z.string() })),
  unplaced: z.array(z.object({ orderer: z.string(), supplier: z.string() })),
  inputHash: z.string(),
  resultHash: z.string(),
  changes: z.array(
    z.object({ meeting: z.string(), to: z.object({ slot: z.int(), table: z.string() }).nullable() }),
  ),
  publishedHash: z.string(),
});

export const verifyTimetableFile: Command = {
  name: 'timetable verify',
  usage: 'FILE',
  summary: "Computes an event's published timetable again and compares it: input, seed, proofs and hashes.",
  async run(args) {
    const [path, ...more] = args;
    if (!path || more.length > 0) throw new UsageError('Name one file to verify.');
    const timetable = await read(path);
    try {
      const { faults, repeatedHash } = verifyTimetable(timetable);
      process.stdout.write(`Computed:  ${timetable.resultHash}\nRepeated:  ${repeatedHash}\n`);
      if (faults.length > 0)
        throw new CommandError(`Not verified.\n${faults.map((fault) => `  ${FAULTS[fault]}`).join('\n')}`);
    } catch (error) {
      if (error instanceof TimetableInputError)
        throw new CommandError(`The input contradicts itself: ${error.message}`);
      throw error;
    }
    const { pairs, placements, changes, publishedHash } = timetable;
    process.stdout.write(
      `Verified: ${pairs.length} pairs, ${placements.length} meetings, ${changes.length} changes by hand.\nPublished: ${publishedHash}\n`,
    );
  },
};

async function read(path: string): Promise<PublishedTimetable> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandError(`There is no file ${path}.`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new CommandError(`${path} is not JSON.`);
  }
  const parsed = published.safeParse(json);
  if (!parsed.success)
    throw new CommandError(`${path} is no published timetable:\n${z.prettifyError(parsed.error)}`);
  return json as PublishedTimetable;
}
