import { parseArgs } from 'node:util';
import { startRedis } from '../support/processes.js';
import { BenchProblem } from './awards.js';
import { benchPostgres } from './bench-postgres.js';
import { runChaos } from './chaos/run-chaos.js';

export const usage = `chaos [--kills N] [--messages N] [--rooms N] [--people N] [--seed N] [--minutes N]
  People talk over real processes while these are killed and come back, lines stall and break, packets get lost and come
  twice, tabs are reloaded and clocks are wrong; then what everybody was told is held against what is stored. Fails
  unless nothing was lost, doubled, out of order or missing.
  --kills N     20     --messages N  300000 to be acknowledged
  --rooms N     300    --people N    2 in each room, every other one with two tabs
  --minutes N   40, after which it fails`;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      kills: { type: 'string', default: '20' },
      messages: { type: 'string', default: '300000' },
      rooms: { type: 'string', default: '300' },
      people: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '40' },
    },
  });
  const whole = (name: keyof typeof values, least = 1) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least)
      throw new BenchProblem(`--${name} is a whole number.\n${usage}`);
    return value;
  };
  const options = {
    ...{ kills: whole('kills', 0), messages: whole('messages'), rooms: whole('rooms') },
    ...{ people: whole('people'), workers: 2, seed: whole('seed', 0), minutes: whole('minutes') },
  };
  const redis = await startRedis();
  if (!redis) throw new BenchProblem('chaos needs redis-server (Debian package redis-server).');
  const postgres = await benchPostgres();
  try {
    const ground = { database: postgres.database, databaseUrl: postgres.url, redisUrl: redis.url };
    const report = await runChaos(ground, options, (line) => console.error(line));
    console.table(report);
    const { lost, doubled, misordered, gaps, falselyShown, unsent } = report;
    const passed = lost + doubled + misordered + gaps + falselyShown + unsent === 0;
    console.log(JSON.stringify({ bench: 'chaos', ...options, ...report, passed }));
    if (!passed) process.exitCode = 1;
  } finally {
    await postgres.drop();
    await redis.kill();
  }
}
