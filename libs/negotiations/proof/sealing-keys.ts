import { Inject, Injectable } from '@nestjs/common';
import type { SealingKey } from '#contracts/verification.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { CONFIG } from '#platform/resources.js';
import { sealerOf, type Sealer } from './sealing.js';

/** The key with which this platform seals now, and those that it had before. */
@Injectable()
export class SealingKeys {
  readonly sealer: Sealer;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) config: Pick<AppConfig, 'secretKey'>,
  ) {
    this.sealer = sealerOf(config.secretKey);
  }

  /** All keys, the present one first. */
  async all(): Promise<SealingKey[]> {
    const { fingerprint, publicKey } = this.sealer;
    await this.database.query(
      'insert into sealing_key (fingerprint, public_key) values ($1, $2) on conflict do nothing',
      [fingerprint, publicKey],
    );
    const keys = await this.database.query<Omit<SealingKey, 'since'> & { since: Date }>(
      `select fingerprint, public_key "publicKey", since, fingerprint = $1 current from sealing_key
       order by current desc, since desc`,
      [fingerprint],
    );
    return keys.map((key) => ({ ...key, since: key.since.toISOString() }));
  }

  /** Whether this platform has sealed with that key. */
  async knows(fingerprint: string): Promise<boolean> {
    return (await this.all()).some((key) => key.fingerprint === fingerprint);
  }
}
