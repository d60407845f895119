import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { OrderContent, OrderState, orderOutcome } from '#contracts/orders.js';
import type { FileInfo } from '#contracts/shapes.js';
import { CompaniesReader } from '#companies/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events, type EventDefinition } from '#platform/events/index.js';
import { sniffFile, StoredFiles } from '#platform/files/index.js';
import { AppError, found, StaleError } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { Order, OrderAttachment, OrderRevision } from './order.entity.js';
import { canAmend, canCancel, canCreate, canEdit, canEnd, canRead, isOwn } from './order.policy.js';
import { mayGo } from './order.states.js';
import { indexed } from './order-index.js';
import * as happened from './orders.events.js';
import { OrdersReader } from './orders.reader.js';

@Injectable()
export class OrdersService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly files: StoredFiles,
    private readonly companies: CompaniesReader,
    private readonly reader: OrdersReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Largest upload in bytes. */
  get maxBytes(): number {
    return this.config.files.maxBytes;
  }

  /** A new draft; only companies that order may. Answers with its id. */
  async create(actor: Actor, content: OrderContent): Promise<string> {
    authorize(canCreate(actor));
    const companyId = actor.company?.id ?? '';
    return this.database.transaction(async () => {
      const { prefecture } = found(await this.companies.masked(companyId));
      const order = this.database.repository(Order).create({
        companyId,
        state: 'draft',
        revision: 1,
        prefecture,
        createdBy: actor.userId,
        ...indexed(content),
      });
      await this.database.repository(Order).insert(order);
      await this.keepRevision(order, actor, '');
      await this.tell(happened.orderCreated, order, actor);
      return order.id;
    });
  }

  async updateDraft(actor: Actor, id: string, version: number, content: OrderContent): Promise<void> {
    await this.change(actor, id, version, async (order) => {
      this.demand(canEdit(actor, { ...order, disclosed: false }), order, actor);
      Object.assign(order, indexed(content));
      await this.keepRevision(order, actor, '');
    });
  }

  async publish(actor: Actor, id: string, version: number): Promise<void> {
    await this.change(actor, id, version, async (order) => {
      this.demand(canEdit(actor, { ...order, disclosed: false }), order, actor);
      this.go(order, 'published');
      order.publishedAt = new Date();
      await this.tell(happened.orderPublished, order, actor);
    });
  }

  /** A new revision of a published order. */
  async amend(
    actor: Actor,
    id: string,
    version: number,
    content: OrderContent,
    reason: string,
  ): Promise<void> {
    await this.change(actor, id, version, async (order) => {
      this.demand(canAmend(actor, { ...order, disclosed: false }), order, actor);
      Object.assign(order, indexed(content));
      order.revision += 1;
      await this.keepRevision(order, actor, reason);
      await this.tell(happened.orderAmended, order, actor);
    });
  }

  async close(
    actor: Actor,
    id: string,
    version: number,
    outcome: z.output<typeof orderOutcome>,
    reason: string,
  ): Promise<void> {
    await this.change(actor, id, version, async (order) => {
      this.demand(canEnd(actor, { ...order, disclosed: false }), order, actor);
      await this.end(order, 'closed', reason, actor);
      order.outcome = outcome;
    });
  }

  async cancel(actor: Actor, id: string, version: number, reason: string): Promise<void> {
    await this.change(actor, id, version, async (order) => {
      this.demand(canCancel(actor, { ...order, disclosed: false }), order, actor);
      await this.end(order, 'cancelled', reason, actor);
    });
  }

  /** Adds a file to a draft or published order. */
  async attach(actor: Actor, id: string, file: { fileName: string; bytes: Buffer }): Promise<FileInfo> {
    return this.database.transaction(async () => {
      const order = await this.locked(actor, id);
      this.demand(canCancel(actor, { ...order, disclosed: false }), order, actor);
      const sniffed = await sniffFile(file.bytes, file.fileName);
      if (sniffed.error) throw new AppError(sniffed.error);
      const info = await this.files.save({
        name: file.fileName,
        bytes: file.bytes,
        mime: sniffed.mime,
        createdBy: actor.userId,
      });
      await this.database.repository(OrderAttachment).insert({ orderId: id, fileId: info.id });
      return info;
    });
  }

  /** Takes a file away from a draft or published order; the file itself stays for the record. */
  async detach(actor: Actor, id: string, fileId: string): Promise<void> {
    await this.database.transaction(async () => {
      const order = await this.locked(actor, id);
      this.demand(canCancel(actor, { ...order, disclosed: false }), order, actor);
      const { affected } = await this.database.repository(OrderAttachment).delete({ orderId: id, fileId });
      if (!affected) throw new AppError('request/not-found');
    });
  }

  /** Lets a company read an order in full, with who asks. */
  async discloseTo(orderId: string, companyId: string): Promise<void> {
    await this.database.query(
      'insert into order_disclosure (order_id, company_id) values ($1, $2) on conflict do nothing',
      [orderId, companyId],
    );
  }

  private async change(
    actor: Actor,
    id: string,
    version: number,
    decide: (order: Order) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const order = await this.locked(actor, id);
      if (isOwn(actor, order) && order.version !== version)
        throw new StaleError(await this.reader.get(actor, id));
      await decide(order);
      order.version += 1;
      order.updatedAt = new Date();
      await this.database.repository(Order).save(order);
    });
  }

  private async locked(actor: Actor, id: string): Promise<Order> {
    const order = await this.database
      .repository(Order)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!order || !canRead(actor, { ...order, disclosed: false })) throw new AppError('request/not-found');
    return order;
  }

  /** Refuses strangers with 403, and the own company in the wrong state with 409. */
  private demand(allowed: boolean, order: Order, actor: Actor): void {
    authorize(isOwn(actor, order));
    if (!allowed) throw new AppError('order/illegal-transition');
  }

  private go(order: Order, to: OrderState): void {
    if (!mayGo(order.state, to)) throw new AppError('order/illegal-transition');
    order.state = to;
  }

  private async end(
    order: Order,
    state: 'closed' | 'cancelled',
    reason: string,
    actor: Actor,
  ): Promise<void> {
    this.go(order, state);
    order.closedAt = new Date();
    order.reason = reason;
    await this.events.record(happened.orderEnded, { orderId: order.id, state }, about(order, actor));
  }

  private async keepRevision(order: Order, actor: Actor, reason: string): Promise<void> {
    await this.database.repository(OrderRevision).save({
      orderId: order.id,
      revision: order.revision,
      content: order.content,
      reason,
      createdBy: actor.userId,
      createdAt: new Date(),
    });
  }

  private tell(event: EventDefinition, order: Order, actor: Actor): Promise<void> {
    return this.events.record(event, { orderId: order.id, revision: order.revision }, about(order, actor));
  }
}

const about = (order: Order, actor: Actor) => ({ subjectId: order.id, companyId: order.companyId, actor });
