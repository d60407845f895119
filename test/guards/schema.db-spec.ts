import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '#platform/testing/index.js';
import { testDatabase } from '../support/database.js';

interface ColumnRow {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

describe('entities and migrations', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test.drop());

  it('describe the same columns, with the same types and the same nullability', async () => {
    const inDatabase = await test.database.query<ColumnRow>(
      `select c.relname "table", a.attname "column", format_type(a.atttypid, a.atttypmod) type,
              not a.attnotnull nullable
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
         and c.relname <> 'migrations'`,
    );
    const described = new Set(test.database.schema.entityMetadatas.map((e) => e.tableName));
    const inEntities = test.database.schema.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => ({
        table: entity.tableName,
        column: column.databaseName,
        type: typeName(test.database.schema.driver.normalizeType(column), column.isArray),
        nullable: column.isNullable,
      })),
    );
    // A table that only SQL touches (a link table) may have no entity.
    const ofEntities = inDatabase.filter((row) => described.has(row.table));
    expect(sorted(inEntities)).toEqual(sorted(ofEntities));
  });

  it('leave nothing to do on a database that is up to date', async () => {
    expect(await test.database.migrate()).toEqual([]);
  });
});

const aliases: Record<string, string> = {
  int: 'integer',
  timestamptz: 'timestamp with time zone',
  bool: 'boolean',
  float8: 'double precision',
};
const typeName = (type: string, isArray: boolean): string => `${aliases[type] ?? type}${isArray ? '[]' : ''}`;

const sorted = (rows: ColumnRow[]): string[] =>
  rows.map((r) => `${r.table}.${r.column} ${r.type}${r.nullable ? ' null' : ''}`).sort();
