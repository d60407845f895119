import { Injectable } from '@nestjs/common';
import { Every } from '#platform/queue/index.js';
import { IntroductionsService } from './introductions.service.js';

const TEN_MINUTES = 600_000;

@Injectable()
export class IntroductionsHandlers {
  constructor(private readonly service: IntroductionsService) {}

  @Every('introductions.expire', TEN_MINUTES)
  async expire(): Promise<void> {
    await this.service.expireOverdue();
  }

  @Every('introductions.remind', TEN_MINUTES)
  async remind(): Promise<void> {
    await this.service.remindWaiting();
  }
}
