import { Controller, Req } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import { verificationApi, type VerificationReport } from '#contracts/verification.js';
import { readUpload, Route, type AppRequest } from '#platform/http/index.js';
import { SealingKeys } from './sealing-keys.js';
import { VerificationService } from './verification.service.js';

@Controller()
export class VerificationController {
  constructor(
    private readonly service: VerificationService,
    private readonly keys: SealingKeys,
  ) {}

  @Route(verificationApi.keys)
  async all(): Promise<OutputOf<typeof verificationApi.keys>> {
    return { items: await this.keys.all() };
  }

  @Route(verificationApi.check)
  async check(@Req() request: AppRequest): Promise<VerificationReport> {
    await this.service.admit(request.ip);
    const { bytes } = await readUpload(request, this.service.maxBytes);
    return this.service.check(bytes);
  }
}
