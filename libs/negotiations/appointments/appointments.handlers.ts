import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { Every } from '#platform/queue/index.js';
import { reminderDue, type ReminderKind } from './appointment.states.js';
import { appointmentDue } from './appointments.events.js';

interface Coming {
  readonly id: string;
  readonly roomId: string;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly confirmedAt: Date;
  readonly now: Date;
}

/** Sees to it that people are reminded. */
@Injectable()
export class AppointmentsHandlers {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /**
   * Once for each time that was agreed: a moved appointment reminds anew, one that was called off does not. The row
   * that says so is written with the event, so that a second run, or one beside it, reminds nobody twice.
   */
  @Every('negotiations.appointment-reminders', 60_000)
  async remind(): Promise<void> {
    const coming = await this.database.query<Coming>(
      `select a.id, a.room_id "roomId", a.sequence, a.starts_at "startsAt", a.confirmed_at "confirmedAt", now() now
       from appointment a
       where a.state = 'confirmed' and a.starts_at > now() and a.starts_at <= now() + interval '1 day'
       order by a.starts_at, a.id`,
    );
    for (const one of coming) {
      const kind = reminderDue(one.startsAt, one.confirmedAt, one.now);
      if (kind) await this.remindOf(one, kind);
    }
  }

  private async remindOf({ id, roomId, sequence }: Coming, kind: ReminderKind): Promise<void> {
    await this.database.transaction(async () => {
      const written = await this.database.query(
        `insert into appointment_reminder (appointment_id, sequence, kind)
         select id, sequence, $3 from appointment where id = $1 and sequence = $2 and state = 'confirmed'
         on conflict do nothing returning 1`,
        [id, sequence, kind],
      );
      if (written.length === 0) return;
      await this.events.record(
        appointmentDue,
        { roomId, appointmentId: id, kind, sequence },
        { subjectId: id, actor: null },
      );
    });
  }
}
