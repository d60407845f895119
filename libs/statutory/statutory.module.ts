import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { StatutoryController } from './statutory.controller.js';
import { StatutoryReader } from './statutory.reader.js';
import { StatutoryService } from './statutory.service.js';

@Module({
  imports: [CompaniesModule],
  providers: [StatutoryReader, StatutoryService],
  exports: [StatutoryReader, StatutoryService],
})
export class StatutoryModule {}

@Module({ imports: [StatutoryModule], controllers: [StatutoryController] })
export class StatutoryApiModule {}
