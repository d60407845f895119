import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SeatPartners1764200100000 implements MigrationInterface {
  name = 'SeatPartners1764200100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table room add column team_id uuid;
      create unique index room_team on room (team_id) where state <> 'closed';

      alter table room_member add column company_id uuid references company;
      alter table room_member drop constraint room_member_role_check;
      alter table room_member add constraint room_member_role_check
        check (role in ('owner', 'candidate', 'partner', 'coordinator'));
      alter table room_member add constraint room_member_partner_check
        check ((role = 'partner') = (company_id is not null));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
