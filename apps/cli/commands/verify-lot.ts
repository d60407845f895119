import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { lotRecord, type LotRecord } from '#contracts/disputes.js';
import { caveatWords, lotCaveats, lotFaults, type LotFault } from '#disputes/index.js';
import { CommandError, UsageError, type Command } from '../command.js';

const FAULTS: Readonly<Record<LotFault, string>> = {
  'seed-is-not-the-committed-one':
    'The seed, or the key of the names, is not the one that was committed to before the list was fixed.',
  'list-hash-differs': 'The candidates are not those whose hash was published before the lot was drawn.',
  'order-differs': 'Drawn again from seed, addition and list, the order is another.',
  'name-differs': 'Somebody took a seat who was not drawn for that place.',
  'named-twice': 'Somebody, or a place in the order, is named twice among those who took a seat.',
  'list-too-short': 'There were fewer candidates than seats.',
};

export const verifyLotFile: Command = {
  name: 'lot verify',
  usage: 'FILE',
  summary: "Draws a council's lots again from their record and compares: seed, list and order.",
  async run(args) {
    const [path, ...more] = args;
    if (!path || more.length > 0) throw new UsageError('Name one file to verify.');
    const wrong: string[] = [];
    for (const lot of await read(path)) {
      const faults = lotFaults(lot);
      process.stdout.write(`Lot ${lot.no}: ${lot.candidates.length} candidates for ${lot.seats} seats\n`);
      process.stdout.write(`  Seed committed to: ${lot.commitment}\n  Hash of the list:  ${lot.listHash}\n`);
      for (const caveat of lotCaveats(lot)) process.stdout.write(`  NOTE: ${caveatWords[caveat].en}\n`);
      wrong.push(...faults.map((fault) => `  Lot ${lot.no}: ${FAULTS[fault]}`));
    }
    if (wrong.length > 0) throw new CommandError(`Not verified.\n${wrong.join('\n')}`);
    process.stdout.write(
      'Verified. Compare both hashes with what the dispute showed before its lot was drawn.\n',
    );
  },
};

async function read(path: string): Promise<LotRecord[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandError(`There is no file ${path}.`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new CommandError(`${path} is not JSON.`);
  }
  const parsed = z.array(lotRecord).min(1).safeParse(json);
  if (!parsed.success)
    throw new CommandError(`${path} is no record of a lot:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
