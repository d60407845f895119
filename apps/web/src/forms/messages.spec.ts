import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import i18next from 'i18next';
import { companiesApi } from '#contracts/companies.js';
import { identityApi } from '#contracts/identity.js';
import { fieldsOf } from './messages';

const textsOf = (language: string): object =>
  JSON.parse(
    readFileSync(resolve(import.meta.dirname, `../locales/${language}/forms.json`), 'utf8'),
  ) as object;

beforeAll(() => i18next.init({ lng: 'ja', resources: { ja: { forms: textsOf('ja') } } }));

const problems = (value: object) => {
  const parsed = companiesApi.register.body.safeParse(value, { reportInput: true });
  return parsed.success ? {} : fieldsOf(parsed.error);
};
const company = {
  corporateNumber: '7000012050002',
  name: '株式会社ためし',
  isOrderer: false,
  isSupplier: true,
  prefecture: '13',
  bodyId: '00000000-0000-4000-8000-000000000001',
};

describe('fieldsOf', () => {
  it('says nothing where nothing is wrong', () => {
    expect(problems(company)).toEqual({});
  });

  it('calls an empty field needed, whatever its type', () => {
    expect(problems({ ...company, name: ' ', prefecture: '', bodyId: null, corporateNumber: '' })).toEqual({
      name: '必須項目です。',
      prefecture: '必須項目です。',
      bodyId: '必須項目です。',
      corporateNumber: '必須項目です。',
    });
  });

  it('explains the rules of the product in its own words', () => {
    expect(problems({ ...company, corporateNumber: '1234567890123' }).corporateNumber).toContain('法人番号');
    expect(problems({ ...company, name: 'あ'.repeat(201) }).name).toBe('200文字以内で入力してください。');
    const parsed = identityApi.signUp.body.safeParse({ email: 'taro' }, { reportInput: true });
    expect(parsed.success ? {} : fieldsOf(parsed.error).email).toContain('メールアドレスの形');
  });
});
