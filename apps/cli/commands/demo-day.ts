import { parseArgs } from 'node:util';
import { demonstrationApi } from '#contracts/demonstration.js';
import type { Endpoint, OutputOf } from '#contracts/endpoint.js';
import type { ErrorBody } from '#contracts/errors.js';
import { identityApi } from '#contracts/identity.js';
import { loadConfigOrExit } from '#platform/config/index.js';
import { demoAccounts, demoPassword } from '../../demo/accounts.js';
import { CommandError, say, UsageError, type Command } from '../command.js';

const POLL_MS = 500;

/** Calls the product that runs beside. */
class Running {
  private cookie = '';

  constructor(private readonly url: string) {}

  async call<E extends Endpoint>(endpoint: E, body?: object): Promise<OutputOf<E>> {
    const response = await fetch(`${this.url}/api${endpoint.path}`, {
      method: endpoint.method,
      headers: {
        cookie: this.cookie,
        'accept-language': 'en',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new CommandError(`Nothing answers at ${this.url}. Start the product first: npm start`);
    });
    const set = response.headers.getSetCookie()[0]?.split(';')[0];
    if (set) this.cookie = set;
    const text = await response.text();
    if (!response.ok) throw new CommandError((JSON.parse(text) as ErrorBody).message);
    return (text === '' ? undefined : JSON.parse(text)) as OutputOf<E>;
  }
}

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
    const product = new Running(`http://127.0.0.1:${http.port}`);
    const email = demoAccounts.find(({ key }) => key === 'secretary')?.email ?? '';
    await product.call(identityApi.signIn, { email, password: demoPassword });
    const { fairId, ...begun } = await product.call(demonstrationApi.play, { seconds });
    let { progress, state } = begun;
    process.stdout.write(`Watch it at ${http.publicUrl}/fairs/${fairId}/live\n`);
    const onSignal = () => void product.call(demonstrationApi.stop).catch(() => undefined);
    process.on('SIGINT', onSignal);
    let told = 0;
    try {
      while (state === 'playing') {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        const { day } = await product.call(demonstrationApi.get);
        if (!day || day.fairId !== fairId) break;
        ({ progress, state } = day);
        if (Math.floor(progress * 10) > told) say(`${(told = Math.floor(progress * 10)) * 10} %`);
      }
    } finally {
      process.off('SIGINT', onSignal);
      await product.call(identityApi.signOut);
    }
    if (state === 'failed')
      throw new CommandError('Some steps of the day failed: see the log of the product.');
    process.stdout.write(state === 'stopped' ? 'Stopped.\n' : 'The day is over.\n');
  },
};
