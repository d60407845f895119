import type { Context } from '#platform/context.js';
import { CreateNotifications1764000008000 } from './migrations/1764000008000-create-notifications.js';
import { StoredNotification } from './notification.entity.js';
import { NotificationsApiModule, NotificationsWorkerModule } from './notifications.module.js';

export const notifications: Context = {
  name: 'notifications',
  entities: [StoredNotification],
  migrations: [CreateNotifications1764000008000],
  api: NotificationsApiModule,
  worker: NotificationsWorkerModule,
};
