import type { AnswerRecord, QuestionnaireResults } from '#contracts/fair-questionnaires.js';
import type { Answer, Question } from '#contracts/fair-questions.js';
import type { Language } from '#contracts/shapes.js';
import type { ExportHeader, ExportRow } from '#platform/spreadsheet/index.js';

interface Table {
  headers: ExportHeader[];
  rows: ExportRow[];
}

const words = {
  ja: {
    company: '出展者',
    answeredAt: '回答日時',
    question: '質問',
    measure: '項目',
    answers: '回答数',
    average: '平均',
    asked: '依頼数',
    rate: '回答率（%）',
    all: '全体',
  },
  en: {
    company: 'Exhibitor',
    answeredAt: 'Answered at',
    question: 'Question',
    measure: 'Measure',
    answers: 'Answers',
    average: 'Average',
    asked: 'Asked',
    rate: 'Answers in %',
    all: 'All',
  },
} as const;

const named = ({ label, labelEn }: { label: string; labelEn: string }, language: Language): string =>
  language === 'en' && labelEn ? labelEn : label;

const nameOfValue = (question: Question, value: string, language: Language): string => {
  const option = question.options.find(({ key }) => key === value);
  return option ? named(option, language) : value;
};

/** One line for each that answered, one column for each question. */
export function answersTable(
  questions: readonly Question[],
  records: readonly AnswerRecord[],
  language: Language,
): Table {
  const of = words[language];
  const cell = (question: Question, given: Answer | undefined) => {
    if (given === null || given === undefined || typeof given === 'number') return given ?? null;
    const values = Array.isArray(given) ? given : [given];
    return values.map((value) => nameOfValue(question, value, language)).join(' / ');
  };
  const isNamed = records.some(({ company }) => company !== null);
  return {
    headers: [
      { key: 'answeredAt', label: of.answeredAt },
      ...(isNamed ? [{ key: 'company', label: of.company }] : []),
      ...questions.map((one) => ({ key: `q-${one.key}`, label: named(one, language) })),
    ],
    rows: records.map(({ company, answers, answeredAt }) => ({
      answeredAt: new Date(answeredAt),
      company,
      ...Object.fromEntries(questions.map((one) => [`q-${one.key}`, cell(one, answers[one.key])])),
    })),
  };
}

const share = (n: number, of: number): number | null => (of > 0 ? Math.round((n / of) * 1_000) / 10 : null);

type Line = [question: string, measure: string, numbers: readonly (number | null)[]];

/** Each measure in a line, each fair of the series in a column. */
export function comparisonTable({ editions, questions }: QuestionnaireResults, language: Language): Table {
  const of = words[language];
  const numbers = (pick: (one: QuestionnaireResults['editions'][number]) => number | null) =>
    editions.map(pick);
  const lines: Line[] = [
    [of.all, of.asked, numbers(({ asked }) => asked)],
    [of.all, of.answers, numbers(({ answered }) => answered)],
    [of.all, of.rate, numbers(({ asked, answered }) => share(answered, asked))],
    ...questions.flatMap((one) => linesOf(one, language)),
  ];
  return {
    headers: [
      { key: 'question', label: of.question },
      { key: 'measure', label: of.measure },
      ...editions.map(({ fairId, title, titleEn, startsOn }) => ({
        key: fairId,
        label: `${language === 'en' && titleEn ? titleEn : title} ${startsOn}`,
      })),
    ],
    rows: lines.map(([question, measure, cells]) => ({
      ...{ question, measure },
      ...Object.fromEntries(editions.map(({ fairId }, i) => [fairId, cells[i] ?? null])),
    })),
  };
}

/** How many answered a question, their average where they gave numbers, and how many chose each value. */
function linesOf(
  { question, byEdition }: QuestionnaireResults['questions'][number],
  language: Language,
): Line[] {
  const of = words[language];
  const name = named(question, language);
  const isNumber = question.kind === 'scale' || question.kind === 'number';
  return [
    [name, of.answers, byEdition.map((one) => one?.n ?? null)],
    ...(isNumber ? [[name, of.average, byEdition.map((one) => one?.average ?? null)] as Line] : []),
    ...(byEdition[0]?.values ?? []).map(({ value }, i): Line => [
      name,
      nameOfValue(question, value, language),
      byEdition.map((one) => one?.values[i]?.n ?? null),
    ]),
  ];
}
