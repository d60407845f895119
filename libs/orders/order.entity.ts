import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrderContent, OrderState } from '#contracts/orders.js';

/** 発注案件: what a company wants made. `content` is the current revision. */
@Entity('purchase_order')
export class Order {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'company_id' })
  companyId: string;
  @Column('text')
  state: OrderState;
  @Column('int', { default: 1 })
  revision: number;
  @Column('jsonb')
  content: OrderContent;
  @Column('text')
  title: string;
  @Column('text', { name: 'process_codes', array: true })
  processCodes: string[];
  @Column('text', { name: 'material_codes', array: true })
  materialCodes: string[];
  @Column('text', { name: 'theme_codes', array: true })
  themeCodes: string[];
  /** Of the company that posts, for the region facet. */
  @Column('text', { nullable: true })
  prefecture: string | null;
  @Column('date', { name: 'answer_by', nullable: true })
  answerBy: string | null;
  @Column('text')
  visibility: OrderContent['visibility'];
  @Column('text', { name: 'search_text' })
  searchText: string;
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
  @Column('text', { nullable: true })
  outcome: string | null;
  @Column('text', { default: '' })
  reason: string;
  @Column('int', { default: 1 })
  version: number;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}

/** What an order said in each of its revisions. */
@Entity('order_revision')
export class OrderRevision {
  @PrimaryColumn('uuid', { name: 'order_id' })
  orderId: string;
  @PrimaryColumn('int')
  revision: number;
  @Column('jsonb')
  content: OrderContent;
  @Column('text', { default: '' })
  reason: string;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

@Entity('order_attachment')
export class OrderAttachment {
  @PrimaryColumn('uuid', { name: 'order_id' })
  orderId: string;
  @PrimaryColumn('uuid', { name: 'file_id' })
  fileId: string;
}

/** A company that may read an order in full, with who asks. */
@Entity('order_disclosure')
export class OrderDisclosure {
  @PrimaryColumn('uuid', { name: 'order_id' })
  orderId: string;
  @PrimaryColumn('uuid', { name: 'company_id' })
  companyId: string;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
