import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { IdentityModule } from '#identity/index.js';
import { IntroductionsModule } from '#introductions/index.js';
import { MatchingModule } from '#matching/index.js';
import { NegotiationsModule } from '#negotiations/index.js';
import { VocabularyModule } from '#vocabulary/index.js';
import {
  exhibitionControllers,
  exhibitionHandlers,
  exhibitionProviders,
  exhibitionSockets,
} from './exhibition/exhibition.module.js';
import { DemonstrationController } from './demonstration/demonstration.controller.js';
import { Demonstration } from './demonstration/demonstration.js';
import { FairClock } from './fair-clock.js';
import { MeetingEventsController } from './meetings/meeting-events.controller.js';
import { MeetingEventsReader } from './meetings/meeting-events.reader.js';
import { MeetingEventsService } from './meetings/meeting-events.service.js';
import { MeetingFiguresReader } from './meetings/meeting-figures.reader.js';
import { MeetingsHandlers } from './meetings/meetings.handlers.js';
import { ParticipantsController } from './meetings/participants.controller.js';
import { ParticipantsReader } from './meetings/participants.reader.js';
import { ParticipantsService } from './meetings/participants.service.js';
import { ProposalsService } from './meetings/proposals.service.js';
import { OwnMeetingsReader } from './meetings/plan/own-meetings.reader.js';
import { CalendarReader } from './meetings/plan/calendar.reader.js';
import { PlanHandlers } from './meetings/plan/plan.handlers.js';
import { PlanJob } from './meetings/plan/plan-job.js';
import { TimetableController } from './meetings/plan/timetable.controller.js';
import { TimetableReader } from './meetings/plan/timetable.reader.js';
import { TimetableService } from './meetings/plan/timetable.service.js';
import { MeetingAudienceReader } from './meetings/meeting-audience.reader.js';
import { ResultsController } from './meetings/results/results.controller.js';
import { ResultsHandlers } from './meetings/results/results.handlers.js';
import { ResultsReader } from './meetings/results/results.reader.js';
import { ResultsService } from './meetings/results/results.service.js';
import { DayController } from './meetings/day/day.controller.js';
import { DayService } from './meetings/day/day.service.js';
import { LossCreditsReader } from './meetings/credits/loss-credits.reader.js';
import { LeavingService } from './meetings/plan/leaving.service.js';
import { PublicationService } from './meetings/plan/publication.service.js';
import { OnlineRooms } from './meetings/online/online-rooms.service.js';
import { OnlineRoomsHandlers } from './meetings/online/online-rooms.handlers.js';
import { RefillService } from './meetings/day/refill.service.js';
import { ReplanController } from './meetings/replan/replan.controller.js';
import { ReplanService } from './meetings/replan/replan.service.js';
import { WishesService } from './meetings/wishes.service.js';

const meetings = [
  MeetingEventsReader,
  MeetingEventsService,
  MeetingFiguresReader,
  ParticipantsReader,
  ParticipantsService,
  WishesService,
  ProposalsService,
  TimetableReader,
  TimetableService,
  CalendarReader,
  OwnMeetingsReader,
  ResultsReader,
  ResultsService,
  MeetingAudienceReader,
  DayService,
  LeavingService,
  LossCreditsReader,
  OnlineRooms,
  PublicationService,
  RefillService,
  ReplanService,
];
const providers = [FairClock, ...meetings, ...exhibitionProviders, Demonstration];

@Module({
  imports: [
    CompaniesModule,
    IdentityModule,
    IntroductionsModule,
    MatchingModule,
    NegotiationsModule,
    VocabularyModule,
  ],
  providers,
  exports: providers,
})
export class FairsModule {}

@Module({
  imports: [FairsModule],
  controllers: [
    MeetingEventsController,
    ParticipantsController,
    TimetableController,
    ResultsController,
    DayController,
    ReplanController,
    ...exhibitionControllers,
    DemonstrationController,
  ],
})
export class FairsApiModule {}

@Module({ imports: [FairsModule], providers: exhibitionSockets })
export class FairsRealtimeModule {}

@Module({
  imports: [FairsModule],
  providers: [
    MeetingsHandlers,
    PlanJob,
    PlanHandlers,
    ResultsHandlers,
    OnlineRoomsHandlers,
    ...exhibitionHandlers,
  ],
})
export class FairsWorkerModule {}
