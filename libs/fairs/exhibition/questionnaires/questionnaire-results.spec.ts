import { describe, expect, it } from '@jest/globals';
import { questionList, answersTo } from '#contracts/fair-questions.js';
import { answersTable, comparisonTable } from './answers-table.js';
import { compare } from './questionnaire-results.js';

const questions = questionList.parse([
  { key: 'satisfaction', kind: 'scale', label: '満足度', labelEn: 'Satisfaction', isNeeded: true },
  {
    ...{ key: 'useful', kind: 'choices', label: '役立ったもの' },
    options: [
      { key: 'talks', label: '相談', labelEn: 'Talks' },
      { key: 'sessions', label: '講演' },
    ],
  },
  { key: 'contacts', kind: 'number', label: '連絡先', unit: '件' },
  { key: 'improve', kind: 'text', label: 'ご意見' },
]);
const wrongIn = (given: object): string[] => {
  const { error } = answersTo(questions).safeParse(given);
  return error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
};

describe('answers', () => {
  it('may leave out what is not needed, and nothing else', () => {
    expect(answersTo(questions).parse({ satisfaction: 4, improve: ' ', useful: [] })).toEqual({
      ...{ satisfaction: 4, useful: null, contacts: null, improve: null },
    });
    expect(wrongIn({ improve: '広く' })).toEqual(['satisfaction needed']);
  });

  it('fit the kind of their question', () => {
    for (const wrong of [{ satisfaction: 6 }, { satisfaction: 2.5 }, { satisfaction: '3' }])
      expect(wrongIn(wrong)).toHaveLength(1);
    for (const wrong of [{ useful: ['other'] }, { contacts: -1 }, { contacts: 'many' }, { improve: 3 }])
      expect(wrongIn({ satisfaction: 3, ...wrong })).toHaveLength(1);
  });

  it('forget what nobody asked', () => {
    expect(answersTo(questions).parse({ satisfaction: 3, admin: 'yes' })).not.toHaveProperty('admin');
  });
});

describe('a list of questions', () => {
  const wrongList = (list: object[]): string[] =>
    questionList.safeParse(list).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ??
    [];

  it('has each key once and options where one chooses', () => {
    const [scale, useful] = questions;
    expect(wrongList([scale as object, scale as object])).toEqual(['1.key key-twice']);
    expect(wrongList([{ ...useful, options: useful?.options.slice(0, 1) }])).toEqual([
      '0.options two-options',
    ]);
  });
});

describe('the comparison', () => {
  const before = questionList.parse([
    { key: 'satisfaction', kind: 'scale', label: 'ご満足' },
    { key: 'contacts', kind: 'text', label: '連絡先' },
    {
      ...{ key: 'useful', kind: 'choices', label: '良かったもの' },
      options: [
        { key: 'talks', label: '相談' },
        { key: 'parking', label: '駐車場' },
      ],
    },
  ]);
  const editions = [
    { fairId: 'new', questions },
    { fairId: 'old', questions: before },
  ];
  const counted = [
    { fairId: 'new', key: 'satisfaction', n: 2, average: 4.5, values: [{ value: '5', n: 1 }] },
    { fairId: 'old', key: 'satisfaction', n: 4, average: 3, values: [{ value: '3', n: 4 }] },
    { fairId: 'old', key: 'useful', n: 3, average: null, values: [{ value: 'parking', n: 3 }] },
    { fairId: 'old', key: 'contacts', n: 2, average: null, values: [] },
  ];
  const compared = compare(editions, counted);

  it('puts equal keys of equal kinds side by side, whatever their words', () => {
    expect(compared[0]?.byEdition.map((one) => [one?.n, one?.average])).toEqual([
      [2, 4.5],
      [4, 3],
    ]);
    expect(compared[0]?.byEdition[1]?.values.map(({ n }) => n)).toEqual([0, 0, 4, 0, 0]);
    // Another kind under the same key is another question.
    expect(compared[2]?.byEdition).toEqual([{ n: 0, average: null, values: [] }, null]);
    expect(compared[3]?.byEdition[1]).toBeNull();
  });

  it('shows the options of this year, nought where the year before had none', () => {
    expect(compared[1]?.byEdition[1]?.values).toEqual([
      { value: 'talks', n: 0 },
      { value: 'sessions', n: 0 },
    ]);
  });

  it('is a table with a column for each fair', () => {
    const edition = (fairId: string, startsOn: string) => ({
      ...{ fairId, startsOn, title: '架空展', titleEn: 'Fair', asked: 4, answered: 2 },
      canOpen: true,
    });
    const { headers, rows } = comparisonTable(
      {
        audience: 'visitor',
        editions: [edition('new', '2026-02-04'), edition('old', '2025-02-05')],
        questions: compared,
      },
      'en',
    );
    expect(headers.map(({ label }) => label)).toEqual([
      'Question',
      'Measure',
      'Fair 2026-02-04',
      'Fair 2025-02-05',
    ]);
    expect(rows.find(({ measure }) => measure === 'Answers in %')).toMatchObject({ new: 50, old: 50 });
    expect(rows.find(({ measure }) => measure === 'Average')).toMatchObject({ new: 4.5, old: 3 });
    expect(rows.find(({ measure }) => measure === 'Talks')).toMatchObject({ new: 0, old: 0 });
  });
});

describe('the table of answers', () => {
  it('names options, keeps numbers, and names nobody where nobody is named', () => {
    const answered = { satisfaction: 4, useful: ['talks', 'sessions'], contacts: 12 };
    const record = { id: 'a', answers: answered, answeredAt: '2026-02-05T03:00:00.000Z' };
    const { headers, rows } = answersTable(questions, [{ ...record, company: null }], 'ja');
    expect(headers.map(({ label }) => label)).toEqual([
      ...['回答日時', '満足度', '役立ったもの', '連絡先', 'ご意見'],
    ]);
    expect(rows[0]).toMatchObject({ 'q-satisfaction': 4, 'q-useful': '相談 / 講演', 'q-contacts': 12 });
  });
});
