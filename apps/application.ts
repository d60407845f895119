import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { Global, Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import {
  APP_FILTER,
  APP_GUARD,
  APP_INTERCEPTOR,
  DiscoveryModule,
  NestFactory,
  Reflector,
} from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import fastify from 'fastify';
import { Sessions } from '#platform/auth/index.js';
import type { Context } from '#platform/context.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { FileStore, StoredFiles } from '#platform/files/index.js';
import { Metrics } from '#platform/health/index.js';
import { AccessGuard } from '#platform/http/access.guard.js';
import { AnswerInterceptor } from '#platform/http/answer.interceptor.js';
import { ErrorFilter } from '#platform/http/error.filter.js';
import { IdempotencyInterceptor } from '#platform/http/idempotency.interceptor.js';
import { LOG, NestLog } from '#platform/logging/index.js';
import { Mailer } from '#platform/mail/index.js';
import { HandlerRegistry, Queues, Relay, WorkerHost } from '#platform/queue/index.js';
import { FileScans } from '#platform/file-scans.js';
import { Housekeeping } from '#platform/housekeeping.js';
import { Live, LiveServer } from '#platform/realtime/index.js';
import { CONFIG, type Resources } from '#platform/resources.js';
import { addHttpHooks } from './http-hooks.js';
import { addSystemRoutes } from './system-routes.js';
import { checkRoutes } from './boot-checks.js';
import type { ProcessRole } from './process-roles.js';

const { LogController } = fastify;

const workerProviders = (resources: Resources): Provider[] => [
  Housekeeping,
  {
    provide: FileScans,
    inject: [Events],
    useFactory: (events: Events) => new FileScans(resources, events),
  },
  HandlerRegistry,
  {
    provide: Relay,
    inject: [HandlerRegistry],
    useFactory: (handlers: HandlerRegistry) =>
      new Relay(resources.database, resources.queues, handlers, resources.databaseUrl, resources.log),
  },
  {
    provide: WorkerHost,
    inject: [HandlerRegistry, Relay],
    useFactory: (handlers: HandlerRegistry, relay: Relay) =>
      new WorkerHost(resources.database, handlers, resources.queues, relay, resources.log),
  },
];

/** What every module may ask for. */
@Global()
@Module({})
class PlatformModule {
  static over(resources: Resources, roles: readonly ProcessRole[]): DynamicModule {
    const values: Provider[] = [
      { provide: CONFIG, useValue: resources.config },
      { provide: LOG, useValue: resources.log },
      { provide: Database, useValue: resources.database },
      { provide: Queues, useValue: resources.queues },
      { provide: FileStore, useValue: resources.files },
      { provide: Mailer, useValue: resources.mailer },
      { provide: Metrics, useValue: resources.metrics },
      { provide: Live, useValue: resources.live },
      ...(resources.liveServer ? [{ provide: LiveServer, useValue: resources.liveServer }] : []),
      Events,
      {
        provide: StoredFiles,
        useFactory: () =>
          new StoredFiles(resources.database, resources.files, resources.config.files.clamdUrl !== undefined),
      },
    ];
    const providers = [...values, ...(roles.includes('worker') ? workerProviders(resources) : [])];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers,
      exports: providers.map((p) => (typeof p === 'function' ? p : p.provide)),
    };
  }
}

@Module({})
class RootModule {
  static of(
    resources: Resources,
    roles: readonly ProcessRole[],
    contexts: readonly Context[],
  ): DynamicModule {
    const modules = roles.flatMap((role) => contexts.map((context) => context[role]));
    const checkAnswers = resources.config.environment === 'test';
    return {
      module: RootModule,
      imports: [PlatformModule.over(resources, roles), ...modules.filter((m): m is Type => m !== undefined)],
      providers: [
        {
          provide: APP_GUARD,
          inject: [Reflector, Sessions],
          useFactory: (reflector: Reflector, sessions: Sessions) => new AccessGuard(reflector, sessions),
        },
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_INTERCEPTOR, useFactory: () => new IdempotencyInterceptor(resources.database) },
        { provide: APP_INTERCEPTOR, useFactory: () => new AnswerInterceptor(checkAnswers) },
      ],
    };
  }
}

/** A process of the given roles, ready to listen. Refuses to start where a route has no endpoint of the contracts. */
export async function createApplication(
  resources: Resources,
  roles: readonly ProcessRole[],
  contexts: readonly Context[],
): Promise<NestFastifyApplication> {
  const { config, log } = resources;
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // Fastify 5.12 takes a number as "trust nobody": so many hops are told by a function.
    trustProxy: (_address: string, hop: number) => hop < config.http.trustProxy,
    genReqId: () => crypto.randomUUID(),
    bodyLimit: 4 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
  } as ConstructorParameters<typeof FastifyAdapter>[0]);
  const app = await NestFactory.create<NestFastifyApplication>(
    RootModule.of(resources, roles, contexts),
    adapter,
    {
      logger: new NestLog(log),
      abortOnError: false,
    },
  );
  app.setGlobalPrefix('api');
  const server = app.getHttpAdapter().getInstance();
  await server.register(fastifyCookie as never);
  await server.register(fastifyMultipart as never);
  addHttpHooks(server, resources);
  await addSystemRoutes(server, resources, roles);
  if (roles.includes('api')) checkRoutes(app);
  await app.init();
  resources.liveServer?.start(app.getHttpServer(), app.get(Sessions));
  return app;
}
