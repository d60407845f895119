import { Injectable } from '@nestjs/common';
import type { FairState } from '#contracts/fair-exhibition.js';
import type { BoothApplication, ExhibitorState } from '#contracts/fair-exhibitors.js';
import { CompaniesReader } from '#companies/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, StaleError } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import * as policy from '../fair.policy.js';
import { isOver, mayBecome } from '../fair.states.js';
import * as happened from '../fairs.events.js';
import { FairsReader, type FairRow } from '../fairs.reader.js';
import { exhibitorText } from './exhibitor-search.js';
import { ExhibitorsReader, type ExhibitorRow } from './exhibitors.reader.js';

const isOpenFor = (state: FairState): boolean => state !== 'draft' && !isOver(state);

@Injectable()
export class ExhibitorsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly companies: CompaniesReader,
    private readonly fairs: FairsReader,
    private readonly reader: ExhibitorsReader,
  ) {}

  /**
   * Applies for the own company, through the last day; an organiser for any, until the fair is over. Errors:
   * `fair/closed`, `fair/already-applied`, `request/invalid` for an unknown company or pavilion.
   */
  async apply(
    actor: Actor,
    fairId: string,
    { companyId: given, ...content }: BoothApplication & { companyId: string | null },
  ): Promise<string> {
    return this.database.transaction(async () => {
      const fair = await this.locked(actor, fairId);
      const isProxy = policy.isOrganiser(actor, fair);
      authorize(isProxy || actor.company !== null);
      const isOpen = isProxy
        ? isOpenFor(fair.state)
        : policy.takesApplications(fair.state, fair.content, todayInJapan());
      if (!isOpen) throw new AppError('fair/closed');
      const companyId = isProxy ? given : (actor.company?.id ?? null);
      const company = companyId ? await this.companies.membership(companyId) : null;
      if (company?.state !== 'approved')
        throw new AppError('request/invalid', {}, { companyId: 'request/not-found' });
      demandPavilion(fair, content);
      const [earlier] = await this.database.query<{ state: ExhibitorState }>(
        'select state from fair_exhibitor where fair_id = $1 and company_id = $2',
        [fairId, company.id],
      );
      if (earlier && !mayBecome(earlier.state, 'applied')) throw new AppError('fair/already-applied');
      const bodyId =
        company.bodyId && fair.bodyIds.includes(company.bodyId) ? company.bodyId : fair.bodyIds[0];
      const [row] = await this.database.query<{ id: string }>(
        `insert into fair_exhibitor (fair_id, company_id, body_id, content, search_text, is_proxy, created_by)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (fair_id, company_id) do update set content = excluded.content, search_text = excluded.search_text,
           reason = '', is_proxy = excluded.is_proxy, state = 'applied', applied_at = now(), updated_at = now(),
           version = fair_exhibitor.version + 1
         returning id`,
        [fairId, company.id, bodyId, JSON.stringify(content), exhibitorText(content), isProxy, actor.userId],
      );
      await this.tellMove(actor, { fairId, id: row?.id ?? '', companyId: company.id }, 'applied');
      return row?.id ?? '';
    });
  }

  /** Changes page and products. Error: `fair/closed` once the fair is over. */
  async update(
    actor: Actor,
    fairId: string,
    id: string,
    version: number,
    content: BoothApplication,
  ): Promise<void> {
    await this.change(actor, fairId, id, async (fair, row) => {
      if (row.version !== version) throw new StaleError(await this.reader.get(actor, fairId, id));
      if (!policy.canEditExhibitor(actor, fair, row)) throw new AppError('fair/closed');
      demandPavilion(fair, content);
      await this.database.query(
        `update fair_exhibitor set content = $2, search_text = $3, version = version + 1, updated_at = now() where id = $1`,
        [id, JSON.stringify(content), exhibitorText(content)],
      );
      await this.events.record(
        happened.exhibitorChanged,
        { fairId, exhibitorId: id },
        { subjectId: id, companyId: row.companyId, actor },
      );
    });
  }

  /** Error: `fair/illegal-transition`. A declined firm's booths are free again. */
  async decide(
    actor: Actor,
    fairId: string,
    id: string,
    { decision, reason }: { decision: 'approve' | 'decline'; reason: string },
  ): Promise<void> {
    await this.change(actor, fairId, id, async (fair, row) => {
      authorize(policy.isOrganiser(actor, fair));
      if (!policy.canDecide(actor, fair, row)) throw new AppError('fair/illegal-transition');
      const to = decision === 'approve' ? 'approved' : 'declined';
      if (row.state !== to) await this.move(actor, row, to, reason);
    });
  }

  async withdraw(actor: Actor, fairId: string, id: string, reason: string): Promise<void> {
    await this.change(actor, fairId, id, async (fair, row) => {
      if (!policy.canWithdraw(actor, fair, row)) throw new AppError('fair/illegal-transition');
      await this.move(actor, row, 'withdrawn', reason);
    });
  }

  /** Ticks a task of the fair's checklist, or takes the tick back. */
  async tick(actor: Actor, fairId: string, id: string, key: string, isDone: boolean): Promise<void> {
    await this.change(actor, fairId, id, async (fair) => {
      if (!fair.content.tasks.some((task) => task.key === key)) throw new AppError('request/not-found');
      await this.database.query(
        `insert into fair_task (exhibitor_id, key, done_at, done_by)
         values ($1, $2, case when $3 then now() end, case when $3 then $4::uuid end)
         on conflict (exhibitor_id, key) do update set done_by = excluded.done_by,
           done_at = case when $3 then coalesce(fair_task.done_at, excluded.done_at) end`,
        [id, key, isDone, actor.userId],
      );
    });
  }

  /** In a transaction with the fair locked, for its organisers and the firm itself; else 403 or 404. */
  private async change(
    actor: Actor,
    fairId: string,
    id: string,
    decide: (fair: FairRow, row: ExhibitorRow) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.locked(actor, fairId);
      const { fair, row } = await this.reader.readable(actor, fairId, id);
      authorize(policy.isStaffOf(actor, fair, row));
      await decide(fair, row);
    });
  }

  private async move(actor: Actor, row: ExhibitorRow, to: ExhibitorState, reason: string): Promise<void> {
    if (!mayBecome(row.state, to)) throw new AppError('fair/illegal-transition');
    await this.database.query(
      `update fair_exhibitor set state = $2, reason = $3, version = version + 1, updated_at = now() where id = $1`,
      [row.id, to, reason],
    );
    if (to !== 'approved')
      await this.database.query('delete from fair_booth where exhibitor_id = $1', [row.id]);
    await this.tellMove(actor, row, to);
  }

  private async locked(actor: Actor, fairId: string): Promise<FairRow> {
    await this.database.query('select 1 from fair where id = $1 for update', [fairId]);
    return this.fairs.readable(actor, fairId);
  }

  private tellMove(
    actor: Actor,
    { fairId, id, companyId }: Pick<ExhibitorRow, 'fairId' | 'id' | 'companyId'>,
    state: ExhibitorState,
  ): Promise<void> {
    return this.events.record(
      happened.exhibitorMoved,
      { fairId, exhibitorId: id, state },
      { subjectId: id, companyId, actor },
    );
  }
}

function demandPavilion({ content }: FairRow, { pavilionKey }: BoothApplication): void {
  if (pavilionKey !== null && !content.pavilions.some(({ key }) => key === pavilionKey))
    throw new AppError('request/invalid', {}, { pavilionKey: 'request/not-found' });
}
