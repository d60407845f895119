import type { AnswerSummary, QuestionnaireResults } from '#contracts/fair-questionnaires.js';
import { hasOptions, SCALE, type Question } from '#contracts/fair-questions.js';

/** How often a question was answered at one fair, as the database counts it. */
export interface Counted {
  readonly fairId: string;
  readonly key: string;
  readonly n: number;
  readonly average: number | null;
  readonly values: readonly { value: string; n: number }[];
}

/** What may be counted by value: the steps of a scale, or the options in their order. */
export const valuesOf = (question: Question): string[] =>
  question.kind === 'scale'
    ? Array.from({ length: SCALE }, (_, i) => String(i + 1))
    : hasOptions(question)
      ? question.options.map(({ key }) => key)
      : [];

/**
 * Each question of the first edition with its counts at every edition. An edition compares where it asked by the same
 * key in the same way; options that it did not have count nought.
 */
export function compare(
  editions: readonly { fairId: string; questions: readonly Question[] }[],
  counted: readonly Counted[],
): QuestionnaireResults['questions'] {
  const counts = new Map(counted.map((one) => [`${one.fairId} ${one.key}`, one]));
  return (editions[0]?.questions ?? []).map((question) => ({
    question,
    byEdition: editions.map(({ fairId, questions }) => {
      const same = questions.find(({ key, kind }) => key === question.key && kind === question.kind);
      return same ? summaryOf(question, counts.get(`${fairId} ${question.key}`)) : null;
    }),
  }));
}

function summaryOf(question: Question, counted: Counted | undefined): AnswerSummary {
  const times = new Map(counted?.values.map(({ value, n }) => [value, n]));
  const isNumber = question.kind === 'scale' || question.kind === 'number';
  return {
    n: counted?.n ?? 0,
    average: isNumber ? (counted?.average ?? null) : null,
    values: valuesOf(question).map((value) => ({ value, n: times.get(value) ?? 0 })),
  };
}
