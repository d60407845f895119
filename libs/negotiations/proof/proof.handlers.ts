import { Injectable } from '@nestjs/common';
import { Every } from '#platform/queue/index.js';
import { RoomChain } from './room-chain.js';

@Injectable()
export class ProofHandlers {
  constructor(private readonly chain: RoomChain) {}

  /** Not with each message: what stands in the message table is safe there for some minutes. */
  @Every('negotiations.follow-chains', 300_000)
  async followChains(): Promise<void> {
    await this.chain.followAll();
  }
}
