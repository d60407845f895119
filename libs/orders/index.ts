import type { Context } from '#platform/context.js';
import { CreateOrders1764000003000 } from './migrations/1764000003000-create-orders.js';
import { Order, OrderAttachment, OrderDisclosure, OrderRevision } from './order.entity.js';
import { OrdersApiModule, OrdersWorkerModule } from './orders.module.js';

export { OrdersModule } from './orders.module.js';
export { OrdersReader } from './orders.reader.js';
export { OrdersService } from './orders.service.js';
export * from './orders.events.js';

export const orders: Context = {
  name: 'orders',
  entities: [Order, OrderRevision, OrderAttachment, OrderDisclosure],
  migrations: [CreateOrders1764000003000],
  api: OrdersApiModule,
  worker: OrdersWorkerModule,
};
