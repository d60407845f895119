import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { FAIR_NAMESPACE } from '#contracts/fair-live.js';
import type { FairWatch } from '#contracts/fair-watch.js';
import { AppError } from '#platform/http/index.js';
import { LOG } from '#platform/logging/index.js';
import { LiveServer } from '#platform/realtime/index.js';
import type { FairSocket } from '../talks/fair-socket.js';
import { WatchReader } from './watch.reader.js';

const TICK_MS = 500;
const watchRoom = (fairId: string): string => `watch:${fairId}`;

/**
 * Big screens of a fair. While one is on, its day is read twice a second, however many watch, and told where something
 * but the clock has changed. So nothing that happens at a fair has to know of them, on whichever node it happens.
 */
@Injectable()
export class Watchers implements OnModuleDestroy {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly told = new Map<string, string>();

  constructor(
    private readonly server: LiveServer,
    private readonly reader: WatchReader,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onModuleDestroy(): void {
    for (const fairId of this.timers.keys()) this.end(fairId);
  }

  /** For organisers; else 403 or 404. Answers with how it stands. */
  async join(socket: FairSocket, fairId: string): Promise<{ watch: FairWatch }> {
    const { actor } = socket.person;
    if (!actor) throw new AppError('auth/forbidden');
    const watch = await this.reader.watch(actor, fairId);
    await socket.join(watchRoom(fairId));
    if (!this.timers.has(fairId)) this.begin(fairId);
    return { watch };
  }

  leave(socket: FairSocket, fairId: string): Promise<void> {
    return socket.leave(watchRoom(fairId));
  }

  private begin(fairId: string): void {
    let isReading = false;
    const timer = setInterval(() => {
      if (isReading) return;
      isReading = true;
      void this.tell(fairId)
        .catch((error: unknown) => {
          // Whatever else fails may be over at the next tick; a fair that is gone does not come back.
          if (error instanceof AppError && error.code === 'request/not-found') this.end(fairId);
          else this.log.error({ err: error, fairId }, 'A fair could not be told to its watchers.');
        })
        .finally(() => (isReading = false));
    }, TICK_MS);
    this.timers.set(fairId, timer.unref());
  }

  private end(fairId: string): void {
    clearInterval(this.timers.get(fairId));
    this.timers.delete(fairId);
    this.told.delete(fairId);
  }

  /** To the screens on this node: every node reads for its own. */
  private async tell(fairId: string): Promise<void> {
    const fair = this.server.io.of(FAIR_NAMESPACE);
    if (!fair.adapter.rooms.has(watchRoom(fairId))) return this.end(fairId);
    const watch = await this.reader.state(fairId);
    const mark = JSON.stringify({ ...watch, now: '' });
    if (this.told.get(fairId) === mark) return;
    this.told.set(fairId, mark);
    fair.local.to(watchRoom(fairId)).emit('watch:changed', watch);
  }
}
