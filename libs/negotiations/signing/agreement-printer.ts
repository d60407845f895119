import { Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import type { Agreement } from '#contracts/offers.js';
import { agreementPdf } from '../agreement-pdf.js';
import { AGREEMENT_FORMAT } from '../proof/agreement-data.js';
import { sealPdf } from '../proof/pdf-seal.js';
import { SealingKeys } from '../proof/sealing-keys.js';
import { SigningReader } from './signing.reader.js';

/** Agreements on paper: with their signatures and the head of the room's record, sealed. */
@Injectable()
export class AgreementPrinter {
  constructor(
    private readonly signing: SigningReader,
    private readonly keys: SealingKeys,
  ) {}

  /** The same bytes each time, until somebody signs. */
  async print(agreement: Agreement, language: Language): Promise<Buffer> {
    const signatures = await this.signing.signatures(agreement.id);
    await this.keys.all();
    const pdf = await agreementPdf(
      {
        ...{ format: AGREEMENT_FORMAT, agreement, signatures },
        head: await this.signing.headOf(agreement.roomId, agreement.id),
        verifyAt: this.signing.verifyAt,
        fingerprint: this.keys.sealer.fingerprint,
        madeAt: signatures.at(-1)?.at ?? agreement.agreedAt,
      },
      language,
    );
    return sealPdf(pdf, this.keys.sealer);
  }
}
