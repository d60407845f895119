import { parseArgs } from 'node:util';
import { demonstrationApi } from '#contracts/demonstration.js';
import type { ErrorBody } from '#contracts/errors.js';
import { identityApi } from '#contracts/identity.js';
import { loadConfigOrExit } from '#platform/config/index.js';
import { demoAccounts, demoPassword } from '../../demo/accounts.js';
import { DemoClient, DemoRefusal } from '../../demo/day/demo-client.js';
import { CommandError, say, UsageError, type Command } from '../command.js';

const POLL_MS = 500;

/** Says to the person at the terminal why nothing came of it. */
const answered = <T>(call: () => Promise<T>): Promise<T> =>
  call().catch((error: unknown) => {
    if (error instanceof DemoRefusal) throw new CommandError((JSON.parse(error.answer) as ErrorBody).message);
    throw new CommandError('The product does not answer. Start it first: npm start');
  });

export const demoDay: Command = {
  name: 'demo day',
  usage: '[--seconds 120]',
  summary: 'Lets a fictional fair run through its day on the running demonstration. Ctrl-C stops it.',
  async run(args) {
    const { values } = parseArgs({ args, options: { seconds: { type: 'string', default: '120' } } });
    const seconds = Number(values.seconds);
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3_600)
      throw new UsageError('--seconds is a whole number from 1 to 3600.');
    const { http } = loadConfigOrExit();
    const product = new DemoClient(`http://127.0.0.1:${http.port}`, null);
    const email = demoAccounts.find(({ key }) => key === 'secretary')?.email ?? '';
    const { fairId, ...begun } = await answered(async () => {
      await product.call(identityApi.signIn, { body: { email, password: demoPassword } });
      return product.call(demonstrationApi.play, { body: { seconds } });
    });
    let { progress, state } = begun;
    process.stdout.write(`Watch it at ${http.publicUrl}/fairs/${fairId}/live\n`);
    const onSignal = () => void product.call(demonstrationApi.stop).catch(() => undefined);
    process.on('SIGINT', onSignal);
    let told = 0;
    try {
      while (state === 'playing') {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        const { day } = await answered(() => product.call(demonstrationApi.get));
        if (!day || day.fairId !== fairId) break;
        ({ progress, state } = day);
        if (Math.floor(progress * 10) > told) say(`${(told = Math.floor(progress * 10)) * 10} %`);
      }
    } finally {
      process.off('SIGINT', onSignal);
      await product.call(identityApi.signOut).catch(() => undefined);
    }
    if (state === 'failed')
      throw new CommandError('Some steps of the day failed: see the log of the product.');
    process.stdout.write(state === 'stopped' ? 'Stopped.\n' : 'The day is over.\n');
  },
};
