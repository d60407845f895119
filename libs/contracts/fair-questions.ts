import { z } from 'zod';
import { line, optionalLine } from './shapes.js';

export const questionnaireAudience = z.enum(['exhibitor', 'visitor']);
export type QuestionnaireAudience = z.infer<typeof questionnaireAudience>;

/** Of one who is asked. */
export const questionnaireState = z.enum(['open', 'answered']);
export type QuestionnaireState = z.infer<typeof questionnaireState>;

/** 5段階 / 1つ選ぶ / いくつでも選ぶ / 数 / 自由記入. */
export const questionKind = z.enum(['scale', 'choice', 'choices', 'number', 'text']);
export type QuestionKind = z.infer<typeof questionKind>;
/** A scale goes from 1 to this. */
export const SCALE = 5;

/** By it answers of several years are compared: it stays when words change. */
const key = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
export const questionOption = z.object({ key, label: line(80), labelEn: optionalLine(80) });
export type QuestionOption = z.output<typeof questionOption>;

export const question = z.object({
  key,
  kind: questionKind,
  label: line(200),
  labelEn: optionalLine(200),
  isNeeded: z.boolean().default(false),
  /** Of choices. */
  options: z.array(questionOption).max(12).default([]),
  /** Of a number, e.g. 件. */
  unit: optionalLine(20),
  unitEn: optionalLine(20),
});
export type Question = z.output<typeof question>;

export const hasOptions = ({ kind }: Pick<Question, 'kind'>): boolean =>
  kind === 'choice' || kind === 'choices';

const repeated = (keys: readonly string[]): number[] =>
  keys.flatMap((one, i) => (keys.indexOf(one) < i ? [i] : []));

/** The questions of a questionnaire, in their order. */
export const questionList = z
  .array(question)
  .min(1)
  .max(20)
  .superRefine((all, context) => {
    const wrong = (path: (string | number)[], message: string, input: unknown) =>
      context.addIssue({ code: 'custom', path, message, input });
    for (const i of repeated(all.map((one) => one.key))) wrong([i, 'key'], 'key-twice', all[i]?.key);
    all.forEach((one, i) => {
      if (!hasOptions(one)) return;
      if (one.options.length < 2) wrong([i, 'options'], 'two-options', one.options);
      for (const j of repeated(one.options.map((option) => option.key)))
        wrong([i, 'options', j, 'key'], 'key-twice', one.options[j]?.key);
    });
  });

/** A step of a scale or a number, a chosen option, chosen options, a text; null where nothing was answered. */
export const answer = z.union([z.number(), z.string(), z.array(z.string()), z.null()]);
export type Answer = z.infer<typeof answer>;
/** By the key of the question. */
export const answers = z.record(z.string(), answer);
export type Answers = z.infer<typeof answers>;
/** As sent: checked against the questions by `answersTo`. */
export const answersGiven = z.record(z.string().max(40), answer);
export const valueCount = z.object({ value: z.string(), n: z.int() });

/** Marks a missing answer as such, in the words of the form. */
const needed = {
  error: ({ input }: { input?: unknown }) => (input === null || input === undefined ? 'needed' : undefined),
};
const oneOf = ({ options }: Question) => z.enum(options.map((option) => option.key) as [string], needed);

function answerTo(asked: Question): z.ZodType<Answer, Answer> {
  switch (asked.kind) {
    case 'scale':
      return z.int(needed).min(1).max(SCALE);
    case 'number':
      return z.number(needed).min(0).max(1_000_000_000);
    case 'choice':
      return oneOf(asked);
    case 'choices':
      return z.array(oneOf(asked), needed).max(12);
    case 'text':
      return z.string(needed).trim().max(2_000);
  }
}

const isEmpty = (given: unknown): boolean =>
  given === null ||
  given === undefined ||
  (typeof given === 'string' && given.trim() === '') ||
  (Array.isArray(given) && given.length === 0);

/** What fits these questions: an answer each, none where it may be left out. Unknown keys are dropped. */
export const answersTo = (asked: readonly Question[]): z.ZodType<Answers, Answers> =>
  z.object(
    Object.fromEntries(
      asked.map((one) => [
        one.key,
        z.preprocess(
          (given) => (isEmpty(given) ? null : given),
          one.isNeeded ? answerTo(one) : answerTo(one).nullable(),
        ) as z.ZodType<Answer, Answer>,
      ]),
    ),
  );
