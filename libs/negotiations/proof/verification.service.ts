import { Inject, Injectable } from '@nestjs/common';
import type { Finding, VerificationReport } from '#contracts/verification.js';
import { networkOf, Throttle, type Limit } from '#identity/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { SealingKeys } from './sealing-keys.js';
import { NotOurs, verifyBytes, withFindings, type Evidence } from './verify.js';

/** An archive of strangers may unpack to so much. */
const MAX_UNPACKED = 200 * 1_048_576;
/** Checks from one network: each may cost a second of the processor. */
const checks = (address: string): Limit => ({
  key: `verify:${networkOf(address)}`,
  ...{ most: 60, seconds: 3_600 },
});

/** Tells anybody whether a file is what this platform sealed. Nothing of it is kept. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly database: Database,
    private readonly keys: SealingKeys,
    private readonly throttle: Throttle,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Largest upload in bytes. */
  get maxBytes(): number {
    return this.config.files.maxBytes;
  }

  /** Counts a check before its upload is read. Error: `auth/too-many-attempts`. */
  async admit(address: string): Promise<void> {
    await this.throttle.claim(checks(address));
  }

  /** Error: `verification/not-ours`. */
  async check(bytes: Buffer): Promise<VerificationReport> {
    const evidence = await verified(bytes);
    const { report } = evidence;
    if (report.fingerprint !== null && !(await this.keys.knows(report.fingerprint)))
      return withFindings(report, [{ code: 'key-unknown', position: null, path: null }]);
    const differs = await this.compare(evidence);
    return { ...withFindings(report, differs), compared: true };
  }

  /** Where the file says other than the database; that is told by its place alone, never by what is held here. */
  private async compare(evidence: Evidence): Promise<Finding[]> {
    const at = (position: number | null): Finding => ({ code: 'platform-differs', position, path: null });
    if (evidence.kind === 'record') {
      const { record } = evidence;
      const wrong = await this.firstOther(record.room.id, [...record.entries, record.head]);
      return wrong === null ? [] : [at(wrong)];
    }
    const { agreement, head } = evidence.data;
    const [held] = await this.database.query<{ sha256: string; roomId: string }>(
      'select sha256, room_id "roomId" from agreement where id = $1',
      [agreement.id],
    );
    if (held?.sha256 !== agreement.sha256 || held.roomId !== agreement.roomId) return [at(null)];
    return (await this.firstOther(held.roomId, [head])) === null ? [] : [at(head.position)];
  }

  /** The first position whose link is not the one of the room's chain here; null where all are. */
  private async firstOther(
    roomId: string,
    links: readonly { position: number; link: string }[],
  ): Promise<number | null> {
    const safe = links.filter(({ position }) => Number.isSafeInteger(position));
    const [wrong] = await this.database.query<{ position: number }>(
      `select g.position from unnest($2::bigint[], $3::text[]) g(position, link)
       left join room_chain c on c.room_id = $1 and c.position = g.position
       where c.link is distinct from g.link order by g.position limit 1`,
      [roomId, safe.map(({ position }) => position), safe.map(({ link }) => link)],
    );
    return wrong?.position ?? null;
  }
}

async function verified(bytes: Buffer): Promise<Evidence> {
  try {
    return await verifyBytes(bytes, MAX_UNPACKED);
  } catch (error) {
    throw error instanceof NotOurs ? new AppError('verification/not-ours') : error;
  }
}
