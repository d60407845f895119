import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { RecordedEvent } from '../events/define-event.js';
import { HANDLER, type HandlerDeclaration } from './handlers.js';

export interface Handler {
  readonly declaration: HandlerDeclaration;
  readonly run: (event?: RecordedEvent) => Promise<void>;
}

/** All handlers of this process, found by their decorators. */
@Injectable()
export class HandlerRegistry {
  private handlers?: ReadonlyMap<string, Handler>;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** By name. Refuses two handlers of one name, since they would share their jobs. */
  all(): ReadonlyMap<string, Handler> {
    return (this.handlers ??= this.discover());
  }

  forEvent(name: string): Handler[] {
    return [...this.all().values()].filter(
      (h) => h.declaration.kind === 'event' && h.declaration.event.name === name,
    );
  }

  private discover(): ReadonlyMap<string, Handler> {
    const found = new Map<string, Handler>();
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const methods = instance as Record<string, (event?: RecordedEvent) => Promise<void>>;
      for (const key of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const method = methods[key];
        const declaration =
          method && (Reflect.getMetadata(HANDLER, method) as HandlerDeclaration | undefined);
        if (!method || !declaration) continue;
        if (found.has(declaration.name)) throw new Error(`Two handlers are named ${declaration.name}.`);
        found.set(declaration.name, { declaration, run: method.bind(instance) });
      }
    }
    return found;
  }
}
