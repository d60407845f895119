import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Company as CompanyDto, CompanyProfile, CompanyState } from '#contracts/companies.js';

/** A company and its profile: one row, edited as a whole. */
@Entity('company')
export class Company {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('text', { name: 'corporate_number' })
  corporateNumber: string;
  @Column('text', { default: 'pending' })
  state: CompanyState;
  @Column('text', { name: 'state_reason', default: '' })
  stateReason: string;
  @Column('uuid', { name: 'body_id', nullable: true })
  bodyId: string | null;
  @Column('text')
  name: string;
  @Column('text', { name: 'name_kana', default: '' })
  nameKana: string;
  @Column('text', { name: 'name_en', default: '' })
  nameEn: string;
  @Column('boolean', { name: 'is_orderer', default: false })
  isOrderer: boolean;
  @Column('boolean', { name: 'is_supplier', default: true })
  isSupplier: boolean;
  @Column('text', { nullable: true })
  industry: string | null;
  @Column('text', { nullable: true })
  prefecture: string | null;
  @Column('text', { nullable: true })
  municipality: string | null;
  @Column('text', { default: '' })
  address: string;
  @Column('double precision', { nullable: true })
  latitude: number | null;
  @Column('double precision', { nullable: true })
  longitude: number | null;
  @Column('int', { nullable: true })
  staff: number | null;
  @Column('bigint', { name: 'capital_yen', nullable: true })
  capitalYen: number | null;
  @Column('int', { nullable: true })
  founded: number | null;
  @Column('text', { default: '' })
  website: string;
  @Column('text', { default: '' })
  phone: string;
  @Column('text', { name: 'contact_name', default: '' })
  contactName: string;
  @Column('text', { default: '' })
  summary: string;
  @Column('text', { default: '' })
  description: string;
  @Column('boolean', { name: 'accepts_visits', default: false })
  acceptsVisits: boolean;
  @Column('jsonb', { default: [] })
  processes: CompanyProfile['processes'];
  @Column('jsonb', { default: [] })
  equipment: CompanyProfile['equipment'];
  @Column('jsonb', { default: [] })
  certificates: CompanyProfile['certificates'];
  @Column('jsonb', { default: [] })
  products: CompanyProfile['products'];
  @Column('jsonb', { default: [] })
  awards: CompanyProfile['awards'];
  @Column('jsonb', { default: [] })
  capacity: CompanyDto['capacity'];
  /** False: its people want no mails that ask for its spare capacity. */
  @Column('boolean', { name: 'asks_capacity', default: true })
  asksCapacity: boolean;
  @Column('text', { name: 'process_codes', array: true, default: [] })
  processCodes: string[];
  @Column('text', { name: 'material_codes', array: true, default: [] })
  materialCodes: string[];
  @Column('text', { name: 'certificate_kinds', array: true, default: [] })
  certificateKinds: string[];
  @Column('text', { name: 'theme_codes', array: true, default: [] })
  themeCodes: string[];
  @Column('text', { name: 'search_text', default: '', select: false })
  searchText: string;
  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt: Date | null;
  @Column('uuid', { name: 'verified_by', nullable: true })
  verifiedBy: string | null;
  @Column('int', { default: 1 })
  version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}
