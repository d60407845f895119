import { Injectable, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineEvent, type RecordedEvent } from '../events/define-event.js';
import { HandlerRegistry } from './handler-registry.js';
import { Every, OnEvent } from './handlers.js';

const opened = defineEvent('test.opened', z.object({ n: z.int() }));
const closed = defineEvent('test.closed', z.object({}));

@Injectable()
class Mails {
  readonly seen: number[] = [];

  @OnEvent(opened, 'test.mail', 'mail')
  async mail(event: RecordedEvent<typeof opened>): Promise<void> {
    this.seen.push(event.data.n);
  }
  @Every('test.sweep', 60_000)
  async sweep(): Promise<void> {
    this.seen.push(-1);
  }
  notAHandler(): void {
    this.seen.push(-2);
  }
}

@Injectable()
class Matches {
  @OnEvent(opened, 'test.match', 'heavy')
  async match(): Promise<void> {}
}

@Injectable()
class SecondMails {
  @OnEvent(closed, 'test.mail')
  async mail(): Promise<void> {}
}

@Injectable()
class SecondSweep {
  @Every('test.sweep', 1_000)
  async sweep(): Promise<void> {}
}

class TestModule {}
async function registryOf(...providers: Type[]) {
  const module = {
    module: TestModule,
    imports: [DiscoveryModule],
    providers: [...providers, HandlerRegistry],
  };
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  return { app, registry: app.get(HandlerRegistry) };
}

describe('the registry of handlers', () => {
  it('finds every decorated method, with its queue, and nothing else', async () => {
    const { registry } = await registryOf(Mails, Matches);
    const declared = [...registry.all()].map(([name, { declaration }]) => [
      name,
      declaration.kind,
      declaration.queue,
    ]);
    expect(declared.sort()).toEqual([
      ['test.mail', 'event', 'mail'],
      ['test.match', 'event', 'heavy'],
      ['test.sweep', 'recurring', 'quick'],
    ]);
  });

  it('tells the handlers of an event', async () => {
    const { registry } = await registryOf(Mails, Matches);
    expect(registry.forEvent('test.opened').map((h) => h.declaration.name)).toEqual([
      'test.mail',
      'test.match',
    ]);
    expect(registry.forEvent('test.closed')).toEqual([]);
    expect(registry.forEvent('test.sweep')).toEqual([]);
  });

  it('runs a handler on the instance it belongs to', async () => {
    const { app, registry } = await registryOf(Mails);
    await registry.all().get('test.sweep')?.run();
    expect(app.get(Mails).seen).toEqual([-1]);
  });

  it.each([
    ['of two events', SecondMails, 'Two handlers are named test.mail.'],
    ['of two recurring jobs', SecondSweep, 'Two handlers are named test.sweep.'],
  ])('refuses one name %s', async (_, second, message) => {
    const { registry } = await registryOf(Mails, second);
    expect(() => registry.all()).toThrow(message);
  });
});
