import { Inject, Injectable } from '@nestjs/common';
import type { FairContent } from '#contracts/fair-exhibition.js';
import type { Language } from '#contracts/shapes.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events, type RecordedEvent } from '#platform/events/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { Every, OnEvent } from '#platform/queue/index.js';
import { CONFIG } from '#platform/resources.js';
import { FairMails } from '../fair-mails.js';
import { exhibitorMoved, taskDue } from '../fairs.events.js';
import { dueTasks } from './checklist.js';
import { decisionMail, taskMail } from './exhibitors.mails.js';

const AN_HOUR = 3_600_000;

interface Waiting {
  id: string;
  fairId: string;
  companyId: string;
  content: FairContent;
  since: string;
  known: { key: string; isDone: boolean; isReminded: boolean }[];
}
interface Addressee {
  email: string;
  name: string;
  language: Language;
  fairId: string;
  content: FairContent;
  reason: string;
}

/** Mails to exhibitors: what was decided, and what is due. */
@Injectable()
export class ExhibitorsHandlers {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly mails: FairMails,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Marks the tasks as reminded of and records it, in one transaction per firm; the mail follows from the event. */
  @Every('fairs.remind-tasks', AN_HOUR)
  async remind(): Promise<void> {
    const firms = await this.database.query<Waiting>(
      `select x.id, x.fair_id "fairId", x.company_id "companyId", f.content,
         to_char(x.applied_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') since,
         coalesce((select json_agg(json_build_object('key', k.key, 'isDone', k.done_at is not null,
           'isReminded', k.reminded_at is not null)) from fair_task k where k.exhibitor_id = x.id), '[]') known
       from fair_exhibitor x join fair f on f.id = x.fair_id
       where x.state = 'approved' and f.state in ('open', 'published', 'running', 'finished')
         and f.ends_on > current_date - 90`,
    );
    for (const firm of firms) {
      const tasks = dueTasks(firm.content.tasks, firm.known, { today: todayInJapan(), since: firm.since });
      if (tasks.length > 0)
        await this.mark(
          firm,
          tasks.map(({ key }) => key),
        );
    }
  }

  private async mark({ id, fairId, companyId }: Waiting, keys: string[]): Promise<void> {
    await this.database.transaction(async () => {
      const marked = await this.database.query<{ key: string }>(
        `insert into fair_task (exhibitor_id, key, reminded_at) select $1, k, now() from unnest($2::text[]) k
         on conflict (exhibitor_id, key) do update set reminded_at = now()
           where fair_task.reminded_at is null and fair_task.done_at is null
         returning key`,
        [id, keys],
      );
      if (marked.length === 0) return;
      const data = { fairId, exhibitorId: id, keys: marked.map(({ key }) => key) };
      await this.events.record(taskDue, data, { subjectId: id, companyId, actor: null });
    });
  }

  @OnEvent(taskDue, 'fairs.mail-task-due', 'mail')
  async mailTasks({ id, data }: RecordedEvent<typeof taskDue>): Promise<void> {
    const to = await this.addressee(data.exhibitorId);
    if (!to) return;
    const tasks = to.content.tasks.filter(({ key }) => data.keys.includes(key));
    if (tasks.length > 0)
      await this.mails.send(`fair-task-${id}`, to, taskMail[to.language]({ ...this.facts(to, data), tasks }));
  }

  @OnEvent(exhibitorMoved, 'fairs.mail-decision', 'mail')
  async mailDecision({ id, data }: RecordedEvent<typeof exhibitorMoved>): Promise<void> {
    const { state } = data;
    if (state !== 'approved' && state !== 'declined') return;
    const to = await this.addressee(data.exhibitorId);
    if (!to) return;
    const content = decisionMail[to.language]({ ...this.facts(to, data), state, reason: to.reason });
    await this.mails.send(`fair-decision-${id}`, to, content);
  }

  private facts(to: Addressee, { fairId, exhibitorId }: { fairId: string; exhibitorId: string }) {
    const { title, titleEn } = to.content;
    return {
      name: to.name,
      title: to.language === 'en' && titleEn ? titleEn : title,
      url: `${this.config.http.publicUrl}/fairs/${fairId}/booths/${exhibitorId}`,
    };
  }

  /** The person who applied, else the firm's owner who joined first. */
  private async addressee(exhibitorId: string): Promise<Addressee | null> {
    const [row] = await this.database.query<Addressee>(
      `select u.email, u.name, u.language, f.id "fairId", f.content, x.reason
       from fair_exhibitor x join fair f on f.id = x.fair_id
       join lateral (
         select * from app_user u where u.company_id = x.company_id and u.suspended_at is null and u.mail <> 'off'
         order by u.id = x.created_by desc, u.role = 'company-owner' desc, u.joined_at, u.id limit 1
       ) u on true
       where x.id = $1`,
      [exhibitorId],
    );
    return row ?? null;
  }
}
