import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfferWeights, SupplierRating } from '#contracts/offer-comparison.js';

/** How the company that posted an order weighs the offers for it; one set for the whole company. */
@Entity('offer_weighing')
export class OfferWeighing {
  @PrimaryColumn('uuid', { name: 'order_id' })
  orderId: string;
  @Column('jsonb')
  weights: OfferWeights;
  @Column('jsonb')
  ratings: SupplierRating[];
  @Column('int', { default: 1 })
  version: number;
  @Column('uuid', { name: 'updated_by' })
  updatedBy: string;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}
