import { ExhibitorsController } from './exhibitors/exhibitors.controller.js';
import { ExhibitorsHandlers } from './exhibitors/exhibitors.handlers.js';
import { ExhibitorsReader } from './exhibitors/exhibitors.reader.js';
import { ExhibitorsService } from './exhibitors/exhibitors.service.js';
import { FairsController } from './fairs.controller.js';
import { FairsReader } from './fairs.reader.js';
import { FairsService } from './fairs.service.js';
import { BoothsService } from './halls/booths.service.js';

/** What each process role loads of fairs (fairs.module.ts). */
export const exhibitionProviders = [
  FairsReader,
  FairsService,
  ExhibitorsReader,
  ExhibitorsService,
  BoothsService,
];
export const exhibitionControllers = [FairsController, ExhibitorsController];
export const exhibitionHandlers = [ExhibitorsHandlers];
