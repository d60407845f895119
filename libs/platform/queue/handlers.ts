import { SetMetadata } from '@nestjs/common';
import type { EventDefinition, RecordedEvent } from '../events/define-event.js';

/**
 * Queues by what they cost: a long import must never keep a mail waiting, nor a search for a timetable, which takes
 * minutes in a thread of its own, the matching.
 */
export const queueNames = ['quick', 'heavy', 'plan', 'mail'] as const;
export type QueueName = (typeof queueNames)[number];

export const HANDLER = Symbol('handler');

/** What runs when an event was recorded, or every so often. `name` is stable: it is part of job ids. */
export type HandlerDeclaration =
  | {
      readonly kind: 'event';
      readonly name: string;
      readonly queue: QueueName;
      readonly event: EventDefinition;
    }
  | {
      readonly kind: 'recurring';
      readonly name: string;
      readonly queue: QueueName;
      readonly everyMs: number;
    };

/**
 * The method handles each such event, at least once: it re-reads what it needs and changes nothing the second time.
 * Name it `context.what-it-does`.
 */
export const OnEvent =
  <D extends EventDefinition>(event: D, name: string, queue: QueueName = 'quick') =>
  <T extends (event: RecordedEvent<D>) => Promise<void>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    SetMetadata(HANDLER, { kind: 'event', name, queue, event } satisfies HandlerDeclaration)(
      target,
      key,
      descriptor,
    );
  };

/**
 * The method runs about every `everyMs` milliseconds, in one of the processes. A run that takes longer than that may
 * meet the next one.
 */
export const Every =
  (name: string, everyMs: number, queue: QueueName = 'quick') =>
  (target: object, key: string, descriptor: TypedPropertyDescriptor<() => Promise<void>>) =>
    SetMetadata(HANDLER, { kind: 'recurring', name, queue, everyMs } satisfies HandlerDeclaration)(
      target,
      key,
      descriptor,
    );
