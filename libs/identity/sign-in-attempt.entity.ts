import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One try that counts towards a limit (throttle.service.ts); taken back when it succeeds. */
@Entity('sign_in_attempt')
export class SignInAttempt {
  @PrimaryColumn({ type: 'uuid', generated: 'uuid' })
  id: string;
  /** What is limited: a network address, an account … */
  @Column('text')
  key: string;
  @Column('timestamptz')
  at: Date;
}
