import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity/index.js';
import { IntroductionsModule } from '#introductions/index.js';
import { OrdersModule } from '#orders/index.js';

@Module({ imports: [IdentityModule, OrdersModule, IntroductionsModule] })
export class NegotiationsModule {}
