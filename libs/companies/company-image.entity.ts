import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A picture of a company, in two sizes. */
@Entity('company_image')
export class CompanyImage {
  @PrimaryColumn('uuid', { name: 'company_id' })
  companyId: string;
  @PrimaryColumn('uuid', { name: 'file_id' })
  fileId: string;
  @Column('uuid', { name: 'small_file_id' })
  smallFileId: string;
  @Column('text', { default: '' })
  caption: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
