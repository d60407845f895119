import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { TermSheet } from '#contracts/term-sheet.js';
import {
  codeOf,
  MessageWriter,
  MinutesReader,
  MinutesService,
  OffersService,
  SigningService,
} from '#negotiations/index.js';
import type { Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { CONFIG } from '#platform/resources.js';
import { inDays } from './in-days.js';

interface Sides {
  readonly orderer: Actor;
  readonly supplier: Actor;
  readonly coordinator: Actor;
}

/** 20 housings in one lot. */
const terms = (): TermSheet => ({
  lines: [
    {
      ...{
        key: 'housing',
        kind: 'item',
        item: '検出部ハウジング A5052 切削・白アルマイト',
        drawing: 'TS-5120',
      },
      ...{ drawingRevision: 'C', quantity: '20', unit: '個', unitPrice: '21500', currency: 'JPY' },
      taxClass: 'standard',
    },
  ],
  lots: [{ key: '1', name: '', deliverOn: inDays(40), quantities: [{ lineKey: 'housing', quantity: '20' }] }],
  ...{ separable: false, incoterm: '', place: '東都精機 品川工場' },
  inspection: { kind: 'by-orderer', withinDays: 7, standard: '外観見本と三次元測定の成績書による' },
  ...{ warrantyMonths: 12, warranty: '' },
  payment: {
    ...{ method: 'transfer', timing: 'monthly', closingDay: 31, monthsAfter: 1, dueDay: 31 },
    ...{ days: null, on: null, feeBy: 'payer', note: '' },
  },
  rounding: { line: 'half-up', tax: 'down' },
  validUntil: inDays(20),
  note: '',
});

/** Talks that have come to their end: an agreement that both sides have signed, and minutes that both have confirmed. */
export async function seedAgreedTalks(
  app: INestApplicationContext,
  room: string,
  sides: Sides,
): Promise<void> {
  const { orderer, supplier, coordinator } = sides;
  const offers = app.get(OffersService, { strict: false });
  const minutes = app.get(MinutesService, { strict: false });
  const say = ({ userId }: Actor, text: string) =>
    app
      .get(MessageWriter, { strict: false })
      .post({ roomId: room, senderId: userId, clientId: randomUUID(), text });
  await say(
    coordinator,
    '前回の試作に続く量産前のロットです。検査の進め方から決めていただくとよいと思います。',
  );
  const { seq } = await say(
    orderer,
    '検査は外観見本と三次元測定の成績書で行い、受領後7日以内に結果をお知らせします。',
  );
  await minutes.mark(supplier, room, seq, { clientId: randomUUID(), decided: true });
  await say(supplier, '承知しました。アルマイトは膜厚10µm以上でお見積りします。');
  const offer = await offers.make(supplier, room, terms());
  const agreement = await offers.accept(orderer, room, offer);
  for (const person of [orderer, supplier]) await sign(app, person, agreement);
  const draft = await minutes.draft(supplier, room, null);
  for (const person of [supplier, orderer]) {
    const { version } = await app.get(MinutesReader, { strict: false }).get(person, room, draft);
    await minutes.confirm(person, room, draft, version);
  }
}

/** With the code that would be in the mail. */
async function sign(app: INestApplicationContext, person: Actor, agreement: string): Promise<void> {
  const signing = app.get(SigningService, { strict: false });
  await signing.sendCode(person, agreement);
  const [row] = await app.get(Database, { strict: false }).query<{ id: string; sha256: string }>(
    `select c.id, a.sha256 from signing_code c join agreement a on a.id = c.agreement_id
       where a.id = $1 and c.user_id = $2 and c.used_at is null`,
    [agreement, person.userId],
  );
  const { secretKey } = app.get<AppConfig>(CONFIG, { strict: false });
  const code = codeOf(secretKey, row?.id ?? '');
  await signing.sign(person, agreement, { code, sha256: row?.sha256 ?? '' });
}
