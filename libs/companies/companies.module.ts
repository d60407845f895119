import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity/index.js';
import { CompaniesReader } from './companies.reader.js';

@Module({
  imports: [IdentityModule],
  providers: [CompaniesReader],
  exports: [CompaniesReader],
})
export class CompaniesModule {}
