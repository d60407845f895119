import type { INestApplicationContext } from '@nestjs/common';
import { AppointmentsService } from '#negotiations/index.js';
import type { Actor } from '#platform/auth/index.js';

/** An hour in Japan on a day in so many days from now that is no weekend. */
function at(days: number, clock: string): string {
  let day = Date.now() + days * 86_400_000;
  while ([0, 6].includes(new Date(day + 9 * 3_600_000).getUTCDay())) day += 86_400_000;
  return new Date(
    `${new Date(day + 9 * 3_600_000).toISOString().slice(0, 10)}T${clock}:00+09:00`,
  ).toISOString();
}

/** Of a room: one appointment that is agreed, one that waits for the supplier's answer. */
export async function seedAppointments(
  app: INestApplicationContext,
  roomId: string,
  { supplier, orderer }: { supplier: Actor; orderer: Actor },
): Promise<void> {
  const appointments = app.get(AppointmentsService, { strict: false });
  const visit = await appointments.propose(supplier, roomId, {
    ...{ title: '加工現場の見学', note: '安全靴をお貸しします。駐車場は正門の右手です。', minutes: 90 },
    ...{ hardEnd: false, means: 'place', address: '当社 本社工場（受付でお名前をお伝えください）' },
    times: [at(6, '10:00'), at(7, '14:00')],
  });
  await appointments.accept(orderer, roomId, visit, 1, 1);
  await appointments.propose(orderer, roomId, {
    ...{ title: '見積条件の打ち合わせ', note: '月産50個の場合の単価と、初回ロットの納期を決めたいです。' },
    ...{ minutes: 30, hardEnd: true, means: 'call', address: '' },
    times: [at(4, '13:30'), at(5, '10:00'), at(5, '16:00')],
  });
}
