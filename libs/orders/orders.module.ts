import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { OrdersController } from './orders.controller.js';
import { OrdersHandlers } from './orders.handlers.js';
import { OrdersReader } from './orders.reader.js';
import { OrdersService } from './orders.service.js';

@Module({
  imports: [CompaniesModule],
  providers: [OrdersService, OrdersReader],
  exports: [OrdersService, OrdersReader],
})
export class OrdersModule {}

@Module({ imports: [OrdersModule], controllers: [OrdersController] })
export class OrdersApiModule {}

@Module({ providers: [OrdersHandlers] })
export class OrdersWorkerModule {}
