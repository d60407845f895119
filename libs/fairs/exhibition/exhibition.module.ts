import { ExhibitorsController } from './exhibitors/exhibitors.controller.js';
import { ExhibitorsHandlers } from './exhibitors/exhibitors.handlers.js';
import { ExhibitorsReader } from './exhibitors/exhibitors.reader.js';
import { ExhibitorsService } from './exhibitors/exhibitors.service.js';
import { FairAudienceReader } from './fair-audience.reader.js';
import { FairMails } from './fair-mails.js';
import { FairsController } from './fairs.controller.js';
import { FairsReader } from './fairs.reader.js';
import { FairsService } from './fairs.service.js';
import { BoothsService } from './halls/booths.service.js';
import { LeadsController } from './leads/leads.controller.js';
import { LeadsService } from './leads/leads.service.js';
import { QuestionnairesController } from './questionnaires/questionnaires.controller.js';
import { QuestionnairesHandlers } from './questionnaires/questionnaires.handlers.js';
import { QuestionnairesReader } from './questionnaires/questionnaires.reader.js';
import { QuestionnairesService } from './questionnaires/questionnaires.service.js';
import { QuestionnaireResultsReader } from './questionnaires/results.reader.js';
import { FairFiguresReader } from './report/figures.reader.js';
import { SessionVotes } from './sessions/session-votes.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsReader } from './sessions/sessions.reader.js';
import { SessionsService } from './sessions/sessions.service.js';
import { FairSockets } from './talks/fair-sockets.js';
import { Presence } from './talks/presence.js';
import { TalkWriter } from './talks/talk-writer.js';
import { TalksController } from './talks/talks.controller.js';
import { TalksReader } from './talks/talks.reader.js';
import { TalksService } from './talks/talks.service.js';
import { RoutesService } from './visitors/routes.service.js';
import { VisitorNewsDesk } from './visitors/visitor-news.js';
import { WatchController } from './watch/watch.controller.js';
import { WatchReader } from './watch/watch.reader.js';
import { Watchers } from './watch/watchers.js';
import { VisitorsController } from './visitors/visitors.controller.js';
import { VisitorsHandlers } from './visitors/visitors.handlers.js';
import { VisitorsReader } from './visitors/visitors.reader.js';
import { VisitorsService } from './visitors/visitors.service.js';

/** What each process role loads of fairs (fairs.module.ts). */
export const exhibitionProviders = [
  FairsReader,
  FairsService,
  FairAudienceReader,
  VisitorNewsDesk,
  ExhibitorsReader,
  ExhibitorsService,
  BoothsService,
  VisitorsReader,
  VisitorsService,
  RoutesService,
  TalksReader,
  TalksService,
  SessionsReader,
  SessionsService,
  SessionVotes,
  LeadsService,
  FairFiguresReader,
  QuestionnairesReader,
  QuestionnairesService,
  QuestionnaireResultsReader,
  WatchReader,
];
export const exhibitionControllers = [
  FairsController,
  ExhibitorsController,
  VisitorsController,
  TalksController,
  SessionsController,
  LeadsController,
  QuestionnairesController,
  WatchController,
];
export const exhibitionSockets = [FairSockets, Presence, TalkWriter, Watchers];
export const exhibitionHandlers = [FairMails, ExhibitorsHandlers, VisitorsHandlers, QuestionnairesHandlers];
