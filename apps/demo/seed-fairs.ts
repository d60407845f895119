import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { demoBooths } from './demo-fair.js';
import { content, FairStage } from './fair-stage.js';
import { inDays } from './in-days.js';
import { contacts, pastFair } from './seed-past-fairs.js';
import type { Demo } from './seed.js';

const task = (key: string, phase: string, [title, titleEn]: readonly [string, string], on: string) => ({
  ...{ key, phase, title, titleEn, on },
});

/** What exhibitors of the fair that is on today do. */
const tasks = () => [
  task(
    'catalogue',
    'application',
    ['カタログ原稿を入力する', 'Enter the text for the catalogue'],
    inDays(-20),
  ),
  task('booth', 'preparation', ['小間の備品を申し込む', 'Order booth equipment'], inDays(-10)),
  task('staff', 'day', ['当日の担当者を決める', 'Name the staff'], inDays(0)),
  task('leads', 'follow-up', ['来場者へお礼を送る', 'Send thanks to visitors'], inDays(8)),
];

/** A fair that is on today, one whose call is open, and those of the years before. */
export async function seedFairs(app: INestApplicationContext, demo: Demo): Promise<void> {
  const stage = new FairStage(app, demo);
  const { lastYear } = await seedPast(stage);
  const running = await stage.fair(
    content({
      title: '城南ものづくり総合展 2026（架空）',
      titleEn: 'Jonan Manufacturing Fair 2026 (fictional)',
      summary: '会場とオンラインをひとつにした総合展です。切削、表面処理、食品、自動化の企業が出展します。',
      ...{ startsOn: inDays(0), endsOn: inDays(1), applicationUntil: inDays(-30) },
      coOrganiserIds: await stage.otherBodies(),
      previousId: lastYear,
      meetingEventId: await stage.meetingEvent(),
      tasks: tasks(),
    }),
    'open',
  );
  const exhibitors = new Map<string, string>();
  for (const key of Object.keys(demoBooths)) exhibitors.set(key, await stage.exhibit(running, key));
  await stage.fill(running);
  await stage.advance(running, 'published');
  await stage.advance(running, 'running');
  await seedVisits(stage, running, exhibitors);
  await stage.programme(running);
  await stage.fair(
    content({
      title: '相模・城南 技術交流フェア（架空）',
      titleEn: 'Sagami and Jonan Technology Fair (fictional)',
      summary: '出展企業を募集しています。',
      ...{ startsOn: inDays(90), endsOn: inDays(91), applicationUntil: inDays(30) },
      previousId: running,
    }),
    'open',
  );
  await cancelled(stage);
  // Otherwise the first start would greet everybody with mails of what has long been.
  await app
    .get(Database, { strict: false })
    .query(`update event set relayed_at = now() where name like 'fair%' and relayed_at is null`);
}

/** What was called off stays in the list, with its reason and what it had cost until then. */
async function cancelled(stage: FairStage): Promise<void> {
  const id = await stage.fair(
    content({
      title: '城南ものづくり 夏の展示会 2026（架空）',
      titleEn: 'Jonan Manufacturing Summer Fair 2026 (fictional)',
      summary: '屋外会場での展示会です。',
      ...{ startsOn: inDays(-75), endsOn: inDays(-74), applicationUntil: inDays(-110) },
    }),
    'open',
  );
  for (const key of ['gear', 'sheet', 'plating']) await stage.exhibit(id, key);
  await stage.fill(id);
  await stage.advance(id, 'published');
  await stage.cancel(id, { reason: '台風の接近により、来場者の安全を確保できないため', costYen: 2_480_000 });
}

/** Last year's fair, and an online fair held twice: the firms are still asked how it was. */
async function seedPast(stage: FairStage): Promise<{ lastYear: string }> {
  const all = Object.keys(demoBooths);
  const lastYear = await pastFair(stage, {
    title: '城南ものづくり総合展 2025（架空）',
    titleEn: 'Jonan Manufacturing Fair 2025 (fictional)',
    ...{ day: -364, previousId: null, firms: all.slice(0, 9), visitors: 22, mood: 0.7, silent: ['gear'] },
  });
  const online = ['supplier', 'software', 'optics', 'supplier2', 'robot'];
  const first = await pastFair(stage, {
    title: '城南オンライン技術展 2025（架空）',
    titleEn: 'Jonan Online Technology Fair 2025 (fictional)',
    ...{
      day: -370,
      previousId: null,
      firms: online.slice(0, 4),
      visitors: 12,
      mood: 0.5,
      silent: ['optics'],
    },
  });
  await pastFair(stage, {
    title: '城南オンライン技術展 2026（架空）',
    titleEn: 'Jonan Online Technology Fair 2026 (fictional)',
    ...{ day: -6, previousId: first, firms: online, visitors: 17, mood: 0.8, silent: ['supplier', 'robot'] },
  });
  return { lastYear };
}

/** Visitors, the booths that they looked at, and a talk with two who wait behind it. */
async function seedVisits(stage: FairStage, fairId: string, exhibitors: Map<string, string>): Promise<void> {
  const visitors = await stage.visitors(fairId);
  await stage.visits(visitors, [...exhibitors.values()]);
  await contacts(stage, fairId);
  const booth = exhibitors.get('supplier') ?? '';
  for (const visitor of visitors.slice(0, 3)) await stage.queue(visitor, booth);
  await stage.call(fairId, booth, 'supplier');
}
