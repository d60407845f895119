import type { INestApplicationContext } from '@nestjs/common';
import { IntroductionsReader, IntroductionsService } from '#introductions/index.js';
import type { Actor } from '#platform/auth/index.js';
import { TeamsService } from '#teams/index.js';
import type { Demo } from './seed.js';

/** A team in the middle of being asked: the orderer and one partner have consented, the others still think about it. */
export async function seedTeam(app: INestApplicationContext, { staff, owners, orders }: Demo): Promise<void> {
  const teams = app.get(TeamsService, { strict: false });
  const id = await teams.compose(staff.coordinator, { orderId: orders.get('sensor-housing') ?? '' });
  await teams.ask(
    staff.coordinator,
    id,
    1,
    '3社とも電車で30分以内にあり、品物を手渡しできます。切削・研磨・めっきの順に、受け取った側が検査して進めます。',
  );
  await teams.consent(owners.get('orderer') as Actor, id);
  const polisher = owners.get('kenma') as Actor;
  const asked = await app.get(IntroductionsReader, { strict: false }).ofTeam(id);
  const own = asked.find(({ candidateCompanyId }) => candidateCompanyId === polisher.company?.id);
  if (own) await app.get(IntroductionsService, { strict: false }).consent(polisher, own.id);
}
