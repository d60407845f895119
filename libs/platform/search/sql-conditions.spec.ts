import { describe, expect, it } from '@jest/globals';
import { SqlConditions } from './sql-conditions.js';

describe('SqlConditions', () => {
  it('is true without conditions', () => {
    expect(new SqlConditions().where()).toBe('true');
  });

  it('numbers its parameters as they come, bound ones too', () => {
    const sql = new SqlConditions();
    const first = sql.bind('own');
    sql.add('state', (p) => `state = ${p}`, 'published').add('region', (p) => `region = any(${p})`, ['13']);
    expect(first).toBe('$1');
    expect(sql.where()).toBe('(state = $2) and (region = any($3))');
    expect(sql.bind(25)).toBe('$4');
    expect(sql.parameters).toEqual(['own', 'published', ['13'], 25]);
  });

  it('leaves a condition out by its name, yet keeps its parameter typed', () => {
    const sql = new SqlConditions();
    sql.add('state', (p) => `state = ${p}`, 'published').add('q', (p) => `title like ${p}`, '%a%');
    expect(sql.where('q')).toBe('(state = $1) and ((title like $2) is not null or true)');
    expect(sql.where('none of them')).toBe('(state = $1) and (title like $2)');
  });

  it('puts each condition in parentheses, so that an "or" stays inside', () => {
    const sql = new SqlConditions();
    sql.add('visible', (p) => `published or company = ${p}`, 'x').add('q', (p) => `title = ${p}`, 'y');
    expect(sql.where()).toBe('(published or company = $1) and (title = $2)');
  });
});
