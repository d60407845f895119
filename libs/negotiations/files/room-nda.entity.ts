import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Side } from '#contracts/parties.js';
import type { NdaDocument } from '#contracts/room-files.js';

/** 秘密保持の約束 of a room, as it was put to both sides; written with the first acceptance and never changed. */
@Entity('room_nda')
export class RoomNda {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;
  /** Of the template. */
  @Column('text')
  version: string;
  @Column('jsonb')
  document: NdaDocument;
  /** Over the document's canonical JSON, hex. */
  @Column('text')
  sha256: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

@Entity('room_nda_acceptance')
export class RoomNdaAcceptance {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;
  @PrimaryColumn('text')
  side: Side;
  @Column('uuid', { name: 'user_id' })
  userId: string;
  /** Of what this side had read. */
  @Column('text')
  sha256: string;
  @Column('timestamptz', { name: 'accepted_at', default: () => 'now()' })
  acceptedAt: Date;
}
