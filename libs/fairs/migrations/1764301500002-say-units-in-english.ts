import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SayUnitsInEnglish1764301500002 implements MigrationInterface {
  name = 'SayUnitsInEnglish1764301500002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A question of a number has a unit in English too; most need none there.
      update fair_questionnaire set questions = (
        select jsonb_agg(q || jsonb_build_object('unitEn', case q ->> 'unit' when '社' then 'firms' else '' end) order by n)
        from jsonb_array_elements(questions) with ordinality e(q, n))
      where jsonb_array_length(questions) > 0;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
