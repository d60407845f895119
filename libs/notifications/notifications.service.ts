import { Injectable } from '@nestjs/common';
import type { Notification, NotificationKind } from '#contracts/notifications.js';
import type { BothLanguages, Page } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { notFound } from '#platform/http/index.js';
import { Live } from '#platform/realtime/index.js';
import { wordsOf } from './notification-words.js';
import { notificationsCreated } from './notifications.events.js';

/** What is told, and where it leads. */
export interface Telling {
  /** The event it comes from: the same event is told once. */
  readonly eventId: number;
  readonly kind: NotificationKind;
  readonly values: Record<string, string | number | BothLanguages>;
  readonly link: string;
}

@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly live: Live,
  ) {}

  /** Tells people of an event, each once; those who did it themselves are left out by the caller. */
  async tell(userIds: readonly string[], { eventId, kind, values, link }: Telling): Promise<void> {
    const unique = [...new Set(userIds)];
    if (unique.length === 0) return;
    await this.database.transaction(async () => {
      const told = await this.database.query<{ userId: string }>(
        `insert into notification (user_id, kind, words, link, event_id)
         select unnest($1::uuid[]), $2, $3, $4, $5 on conflict do nothing returning user_id "userId"`,
        [unique, kind, JSON.stringify(wordsOf(kind, values)), link, eventId],
      );
      if (told.length === 0) return;
      await this.events.record(notificationsCreated, { userIds: told.map((t) => t.userId) }, { actor: null });
    });
  }

  async list(actor: Actor, query: { cursor?: string | undefined; limit: number; unread: boolean }) {
    const after = decodeCursor(query.cursor);
    const rows = await this.database.query<NotificationRow>(
      `select id, kind, words, link, read_at "readAt", created_at "createdAt" from notification
       where user_id = $1 and (not $2 or read_at is null) and ($3::uuid is null or id < $3)
       order by id desc limit $4`,
      [actor.userId, query.unread, after?.[0] ?? null, query.limit + 1],
    );
    const page: Page<Notification> = pageFrom(rows, query.limit, (row) => [row.id], toDto);
    return { ...page, unread: await this.unread(actor.userId) };
  }

  /** Marks one, or all, of the actor's own as read; other tabs are told. */
  async markRead(actor: Actor, id: string | null): Promise<void> {
    const marked = await this.database.query<{ id: string }>(
      `update notification set read_at = coalesce(read_at, now())
       where user_id = $1 and ($2::uuid is null or id = $2) returning id`,
      [actor.userId, id],
    );
    if (id && marked.length === 0) throw notFound();
    await this.push(actor.userId);
  }

  /** Tells a person's open tabs how much is unread. */
  async push(userId: string): Promise<void> {
    this.live.toUser(userId, 'notifications:changed', { unread: await this.unread(userId) });
  }

  private async unread(userId: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      'select count(*) n from notification where user_id = $1 and read_at is null',
      [userId],
    );
    return row?.n ?? 0;
  }
}

type NotificationRow = Omit<Notification, 'readAt' | 'createdAt'> & { readAt: Date | null; createdAt: Date };

const toDto = (row: NotificationRow): Notification => ({
  ...row,
  readAt: row.readAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
