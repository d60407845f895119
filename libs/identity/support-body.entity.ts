import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 支援機関: a prefectural centre, a city, a chamber, a bank. */
@Entity('support_body')
export class SupportBody {
  @PrimaryColumn({ type: 'uuid', generated: 'uuid' })
  id: string;
  @Column('text')
  name: string;
  @Column('text', { name: 'name_en' })
  nameEn: string;
  /** JIS X 0401 code, two digits; null for one that serves the whole country. */
  @Column('text', { nullable: true })
  prefecture: string | null;
  @Column('boolean', { name: 'orderers_may_propose' })
  orderersMayPropose: boolean;
  @Column('int')
  version: number;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
