import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { DisputesModule } from '#disputes/index.js';
import { FairsModule } from '#fairs/index.js';
import { IdentityModule } from '#identity/index.js';
import { IntroductionsModule } from '#introductions/index.js';
import { NegotiationsModule } from '#negotiations/index.js';
import { OrdersModule } from '#orders/index.js';
import { PatentsModule } from '#patents/index.js';
import { AppointmentNotices } from './appointment-notices.handlers.js';
import { TeamsModule } from '#teams/index.js';
import { Audience } from './audience.js';
import { FairNotices } from './fair-notices.handlers.js';
import { DisputeNotices } from './dispute-notices.handlers.js';
import { FileNotices } from './file-notices.handlers.js';
import { IntroductionNotices } from './introduction-notices.handlers.js';
import { MeetingNotices } from './meeting-notices.handlers.js';
import { NotificationMails } from './notification-mails.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsHandlers } from './notifications.handlers.js';
import { NotificationsService } from './notifications.service.js';
import { PriceNotices } from './price-notices.handlers.js';
import { RoomNotices } from './room-notices.handlers.js';
import { SubjectNotices } from './subject-notices.handlers.js';
import { TeamNotices } from './team-notices.handlers.js';

@Module({ providers: [NotificationsService], controllers: [NotificationsController] })
export class NotificationsApiModule {}

@Module({
  imports: [
    IdentityModule,
    CompaniesModule,
    OrdersModule,
    PatentsModule,
    IntroductionsModule,
    NegotiationsModule,
    FairsModule,
    TeamsModule,
    DisputesModule,
  ],
  providers: [
    NotificationsService,
    NotificationsHandlers,
    NotificationMails,
    Audience,
    SubjectNotices,
    IntroductionNotices,
    RoomNotices,
    PriceNotices,
    FileNotices,
    AppointmentNotices,
    MeetingNotices,
    FairNotices,
    TeamNotices,
    DisputeNotices,
  ],
})
export class NotificationsWorkerModule {}
