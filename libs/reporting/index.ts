import { Module } from '@nestjs/common';
import type { Context } from '#platform/context.js';
import { CreateReporting1764000009000 } from './migrations/1764000009000-create-reporting.js';
import { CapacityBalanceReader } from './capacity-balance.reader.js';
import { FairnessReader } from './fairness.reader.js';
import { ReportingController } from './reporting.controller.js';
import { ReportingReader } from './reporting.reader.js';

@Module({
  providers: [CapacityBalanceReader, FairnessReader, ReportingReader],
  controllers: [ReportingController],
})
class ReportingApiModule {}

export const reporting: Context = {
  name: 'reporting',
  entities: [],
  migrations: [CreateReporting1764000009000],
  api: ReportingApiModule,
};
