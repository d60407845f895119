import { Injectable } from '@nestjs/common';
import { MeetingIntroductions, type MeetingCase } from '#introductions/index.js';
import { Database } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import { RoomsService } from './rooms.service.js';

/** Rooms of online meetings of an event (商談会). */
@Injectable()
export class MeetingRooms {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsService,
    private readonly introductions: MeetingIntroductions,
  ) {}

  /**
   * The room in which the two meet: the one in which they talk already, whatever about; else a new one, with the
   * introduction that it needs. The same again answers with the same. Answers with its id.
   */
  async roomFor(about: MeetingCase): Promise<string> {
    return this.database.transaction(async () => {
      const { owner, candidate } = about;
      const [open] = await this.database.query<{ id: string }>(
        `select id from room where owner_company_id = $1 and candidate_company_id = $2 and team_id is null
         and state = 'open' order by last_at desc, id desc limit 1`,
        [owner.companyId, candidate.companyId],
      );
      if (open) return open.id;
      const introduction = await this.introductions.introduce(about);
      const room = await this.rooms.openFor(introduction, []);
      if (room) return room.id;
      const [known] = await this.database.query<{ id: string }>(
        'select id from room where introduction_id = $1',
        [introduction.id],
      );
      return found(known).id;
    });
  }
}
