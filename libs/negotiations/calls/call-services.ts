import { CallsReader } from './calls.reader.js';
import { CallsService } from './calls.service.js';

/** What the context's modules provide for calls. */
export const callServices = [CallsReader, CallsService];
