import type { Context } from '#platform/context.js';
import { FairsApiModule, FairsRealtimeModule, FairsWorkerModule } from './fairs.module.js';
import { Fair, FairBody } from './exhibition/fair.entity.js';
import { MeetingEvent, MeetingEventBody } from './meetings/meeting-event.entity.js';
import { MeetingParticipant } from './meetings/meeting-participant.entity.js';
import { CreateMeetingEvents1764100800001 } from './migrations/1764100800001-create-meeting-events.js';
import { CreateTimetables1764100800002 } from './migrations/1764100800002-create-timetables.js';
import { AskOutcomes1764100800003 } from './migrations/1764100800003-ask-outcomes.js';
import { AskQuestionnaires1764300400001 } from './migrations/1764300400001-ask-questionnaires.js';
import { CountInquiries1764300400002 } from './migrations/1764300400002-count-inquiries.js';
import { CallOffMeetings1764301200001 } from './migrations/1764301200001-call-off-meetings.js';
import { CreateFairs1764200700001 } from './migrations/1764200700001-create-fairs.js';
import { MeetInRooms1764300300200 } from './migrations/1764300300200-meet-in-rooms.js';
import { SayWhy1764300300300 } from './migrations/1764300300300-say-why.js';
import { PublishTimetables1764300300400 } from './migrations/1764300300400-publish-timetables.js';
import { CloseTables1764302100000 } from './migrations/1764302100000-close-tables.js';
import { SayUnitsInEnglish1764301500002 } from './migrations/1764301500002-say-units-in-english.js';
import { TakeLeads1764200700004 } from './migrations/1764200700004-take-leads.js';
import { HoldSessions1764200700003 } from './migrations/1764200700003-hold-sessions.js';
import { LetVisitorsIn1764200700002 } from './migrations/1764200700002-let-visitors-in.js';

export * from './exhibition/fairs.events.js';
export { FairAudienceReader, type FairAudience } from './exhibition/fair-audience.reader.js';
export { FairsReader } from './exhibition/fairs.reader.js';
export { FairsService } from './exhibition/fairs.service.js';
export { ExhibitorsReader } from './exhibition/exhibitors/exhibitors.reader.js';
export { ExhibitorsService } from './exhibition/exhibitors/exhibitors.service.js';
export { SessionsService } from './exhibition/sessions/sessions.service.js';
export { TalksService } from './exhibition/talks/talks.service.js';
export { VisitorsReader } from './exhibition/visitors/visitors.reader.js';
export { VisitorsService } from './exhibition/visitors/visitors.service.js';
export { QuestionnairesReader } from './exhibition/questionnaires/questionnaires.reader.js';
export { QuestionnairesService } from './exhibition/questionnaires/questionnaires.service.js';
export { BoothsService } from './exhibition/halls/booths.service.js';
export * from './meetings/meetings.events.js';
export {
  TimetableInputError,
  verifyTimetable,
  type PublishedTimetable,
  type VerificationFault,
} from './timetable/index.js';
export { Demonstration, type DayPlayer, type PreparedDay } from './demonstration/demonstration.js';
export { FairClock } from './fair-clock.js';
export { OUTCOME_LINK } from './meetings/results/results.service.js';
export { FairsModule } from './fairs.module.js';
export { DayService } from './meetings/day/day.service.js';
export { MeetingEventsReader } from './meetings/meeting-events.reader.js';
export { OnlineRooms } from './meetings/online/online-rooms.service.js';
export { MeetingEventsService } from './meetings/meeting-events.service.js';
export { ParticipantsService } from './meetings/participants.service.js';
export { ProposalsService } from './meetings/proposals.service.js';
export { MeetingAudienceReader, type MeetingAudience } from './meetings/meeting-audience.reader.js';
export { ResultsService } from './meetings/results/results.service.js';
export { TimetableReader } from './meetings/plan/timetable.reader.js';
export { PlanJob } from './meetings/plan/plan-job.js';
export { TimetableService } from './meetings/plan/timetable.service.js';
export { WishesService } from './meetings/wishes.service.js';

export const fairs: Context = {
  name: 'fairs',
  entities: [Fair, FairBody, MeetingEvent, MeetingEventBody, MeetingParticipant],
  migrations: [
    CreateMeetingEvents1764100800001,
    CreateTimetables1764100800002,
    AskOutcomes1764100800003,
    CreateFairs1764200700001,
    LetVisitorsIn1764200700002,
    HoldSessions1764200700003,
    TakeLeads1764200700004,
    MeetInRooms1764300300200,
    SayWhy1764300300300,
    PublishTimetables1764300300400,
    AskQuestionnaires1764300400001,
    CountInquiries1764300400002,
    CallOffMeetings1764301200001,
    SayUnitsInEnglish1764301500002,
    CloseTables1764302100000,
  ],
  api: FairsApiModule,
  realtime: FairsRealtimeModule,
  worker: FairsWorkerModule,
};
