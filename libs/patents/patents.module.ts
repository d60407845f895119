import { Module } from '@nestjs/common';
import { PatentsController } from './patents.controller.js';
import { PatentsHandlers } from './patents.handlers.js';
import { PatentsReader } from './patents.reader.js';
import { PatentsService } from './patents.service.js';

@Module({ providers: [PatentsService, PatentsReader], exports: [PatentsService, PatentsReader] })
export class PatentsModule {}

@Module({ imports: [PatentsModule], controllers: [PatentsController] })
export class PatentsApiModule {}

@Module({ providers: [PatentsHandlers] })
export class PatentsWorkerModule {}
