import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { id as ids, language as languages } from '#contracts/shapes.js';
import { RoomExport } from '#negotiations/index.js';
import { createApplication } from '../../application.js';
import { contexts } from '../../contexts.js';
import { UsageError, type Command } from '../command.js';
import { withResources } from '../open.js';

export const exportRoom: Command = {
  name: 'export room',
  usage: 'ID --out FILE.zip [--language ja|en]',
  summary:
    'Writes everything that a negotiation room holds, nothing held back, as one archive that can be verified.',
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' }, language: { type: 'string', default: 'ja' } },
    });
    const roomId = ids.safeParse(positionals[0]);
    const language = languages.safeParse(values.language);
    const { out } = values;
    if (!roomId.success || positionals.length > 1) throw new UsageError("Give the room's id.");
    if (!out) throw new UsageError('Name the file to write with --out.');
    if (!language.success) throw new UsageError('--language must be ja or en.');
    await withResources(async (resources) => {
      const app = await createApplication(resources, ['api'], contexts);
      try {
        const { content } = await app
          .get(RoomExport, { strict: false })
          .forPlatform(roomId.data, language.data);
        await pipeline(Readable.from(content, { objectMode: false }), createWriteStream(out));
      } catch (error) {
        await rm(out, { force: true });
        throw error;
      } finally {
        await app.close();
      }
    });
    process.stdout.write(`Written to ${out}.\n`);
  },
};
