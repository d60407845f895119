import { Controller, Get, Global, Injectable, Module, type Type } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Endpoint } from '#contracts/endpoint.js';
import { api } from '#contracts/index.js';
import { clientEvents, type ClientEvent } from '#contracts/live.js';
import { Sessions } from '#platform/auth/index.js';
import { loadConfig } from '#platform/config/index.js';
import type { Context } from '#platform/context.js';
import type { Database } from '#platform/database/index.js';
import { defineEvent } from '#platform/events/index.js';
import type { FileStore } from '#platform/files/index.js';
import { Metrics } from '#platform/health/index.js';
import { Route } from '#platform/http/index.js';
import { createLog } from '#platform/logging/index.js';
import type { Mailer } from '#platform/mail/index.js';
import { Every, OnEvent, type Queues } from '#platform/queue/index.js';
import { Live, LiveServer } from '#platform/realtime/index.js';
import type { Resources } from '#platform/resources.js';
import { createApplication } from '../../apps/application.js';
import type { ProcessRole } from '../../apps/process-roles.js';

const endpoints: Endpoint[] = Object.values<Record<string, Endpoint>>(api).flatMap((list) =>
  Object.values(list),
);

@Global()
@Module({
  providers: [{ provide: Sessions, useValue: { findActor: async () => null } }],
  exports: [Sessions],
})
class SessionsModule {}

/** A context with these controllers, socket handlers and event handlers. */
function contextOf(parts: { controllers?: Type[]; realtime?: Type[]; handlers?: Type[] }): Context {
  @Module({ imports: [SessionsModule], controllers: parts.controllers ?? [] })
  class TestApi {}
  @Module({ imports: [SessionsModule], providers: parts.realtime ?? [] })
  class TestRealtime {}
  @Module({ imports: [SessionsModule], providers: parts.handlers ?? [] })
  class TestWorker {}
  return {
    name: 'test',
    entities: [],
    migrations: [],
    api: TestApi,
    realtime: TestRealtime,
    worker: TestWorker,
  };
}

/** A controller with one method for each of the endpoints. */
function controllerOf(served: readonly Endpoint[]): Type {
  class Served {}
  served.forEach((one, i) => {
    const method = { value: () => null, configurable: true, writable: true };
    Object.defineProperty(Served.prototype, `serve${i}`, method);
    Route(one)(Served.prototype, `serve${i}`, method);
  });
  Controller()(Served);
  return Served;
}

/** Nothing of the outside world is touched before an application starts. */
function resourcesOf(realtime: boolean): Resources {
  const config = loadConfig({ NODE_ENV: 'test', DATA_DIR: 'var/none' });
  const log = createLog('silent');
  const liveServer = realtime ? new LiveServer({ redisUrl: undefined, allowsOrigin: () => true }, log) : null;
  return {
    config,
    databaseUrl: '',
    log,
    database: {} as Database,
    queues: { warnings: async () => [], close: async () => undefined } as unknown as Queues,
    files: {} as FileStore,
    mailer: {} as Mailer,
    metrics: new Metrics(),
    liveServer,
    live: new Live(null),
    close: async () => undefined,
  };
}

/** Starts as the programs do; stops again where it could. */
async function start(roles: readonly ProcessRole[], parts: Parameters<typeof contextOf>[0]): Promise<void> {
  const resources = resourcesOf(roles.includes('realtime'));
  const app = await createApplication(resources, roles, [contextOf(parts)]);
  await resources.liveServer?.stop();
  await app.close();
}

describe('an application with the api role', () => {
  const all = controllerOf(endpoints);

  it('starts where every endpoint of the contracts is served once', async () => {
    await expect(start(['api'], { controllers: [all] })).resolves.toBeUndefined();
  });

  it('refuses a route without an endpoint of the contracts', async () => {
    @Controller()
    class Bare {
      @Get('/secret')
      tell(): string {
        return 'to everybody';
      }
    }
    await expect(start(['api'], { controllers: [all, Bare] })).rejects.toThrow(
      'Bare.tell is a route without an endpoint of the contracts.',
    );
  });

  it('refuses an endpoint that is served twice', async () => {
    const again = endpoints.slice(0, 1);
    await expect(start(['api'], { controllers: [all, controllerOf(again)] })).rejects.toThrow(
      `${again[0]?.method} ${again[0]?.path} is served twice.`,
    );
  });

  it('refuses to leave an endpoint out, and names each that is', async () => {
    const most = endpoints.filter((e) => e !== api.orders.publish && e !== api.identity.me);
    await expect(start(['api'], { controllers: [controllerOf(most)] })).rejects.toThrow(
      'No controller serves identity.me, orders.publish.',
    );
  });
});

describe('an application with the worker role', () => {
  const happened = defineEvent('test.happened', z.object({}));

  @Injectable()
  class First {
    @OnEvent(happened, 'test.same-name')
    async handle(): Promise<void> {}
  }
  @Injectable()
  class Second {
    @Every('test.same-name', 60_000)
    async sweep(): Promise<void> {}
  }

  it('refuses two handlers of one name', async () => {
    await expect(start(['worker'], { handlers: [First, Second] })).rejects.toThrow(
      'Two handlers are named test.same-name.',
    );
  });
});

describe('an application with the realtime role', () => {
  const events = Object.keys(clientEvents) as ClientEvent[];
  const answering = (answered: readonly ClientEvent[]): Type => {
    @Injectable()
    class Answers {
      constructor(server: LiveServer) {
        for (const event of answered) server.on(event, async () => undefined);
      }
    }
    return Answers;
  };

  it('starts where every client event has a handler', async () => {
    await expect(start(['realtime'], { realtime: [answering(events)] })).resolves.toBeUndefined();
  });

  it('refuses to leave a client event without one', async () => {
    await expect(start(['realtime'], { realtime: [answering(events.slice(1))] })).rejects.toThrow(
      `No handler for the socket events ${events[0]}.`,
    );
  });

  it('refuses two handlers of one event', async () => {
    await expect(start(['realtime'], { realtime: [answering([...events, 'room:join'])] })).rejects.toThrow(
      'Two handlers for the socket event room:join.',
    );
  });
});
