import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import {
  answers,
  answersGiven,
  question,
  questionList,
  questionnaireAudience,
  valueCount,
} from './fair-questions.js';
import { day, id, instant, pageOf, pageQuery } from './shapes.js';

/** What the organisers ask one side of a fair. */
export const questionnaire = z.object({
  audience: questionnaireAudience,
  questions: z.array(question),
  /** Whether they were laid down for this fair. Else they are proposed: those of `carriedFrom`, or a first set. */
  isSaved: z.boolean(),
  carriedFrom: z.object({ id, title: z.string(), titleEn: z.string() }).nullable(),
  sentAt: instant.nullable(),
  asked: z.int(),
  answered: z.int(),
  version: z.int(),
  can: z.object({ edit: z.boolean(), send: z.boolean() }),
});
export type Questionnaire = z.infer<typeof questionnaire>;

/** A fair in the series of fairs that came before: the one that is read first. */
const edition = z.object({
  fairId: id,
  title: z.string(),
  titleEn: z.string(),
  startsOn: day,
  asked: z.int(),
  answered: z.int(),
  /** Whether the reader may open its answers. */
  canOpen: z.boolean(),
});
const summary = z.object({
  /** How many answered this question. */
  n: z.int(),
  /** Of scales and numbers. */
  average: z.number().nullable(),
  /** How often each step of a scale or option was chosen. */
  values: z.array(valueCount),
});
export type AnswerSummary = z.infer<typeof summary>;
export const questionnaireResults = z.object({
  audience: questionnaireAudience,
  editions: z.array(edition),
  /** Of each question of this fair, by edition; null where that one did not ask it. */
  questions: z.array(z.object({ question, byEdition: z.array(summary.nullable()) })),
});
export type QuestionnaireResults = z.infer<typeof questionnaireResults>;

/** What one answered. Exhibitors by name; visitors without theirs. */
export const answerRecord = z.object({
  id,
  company: z.string().nullable(),
  answers,
  answeredAt: instant,
});
export type AnswerRecord = z.infer<typeof answerRecord>;

/** One who was asked. */
export const askedRecord = z.object({
  /** Of the exhibitor or the visitor. */
  id,
  /** Of the firm, or of the person. */
  name: z.string(),
  /** A visitor's; empty for exhibitors. */
  organisation: z.string(),
  askedAt: instant,
  /** Of exhibitors alone: nothing may tell whose a visitor's answer is. */
  isAnswered: z.boolean().nullable(),
});
export type AskedRecord = z.infer<typeof askedRecord>;

/** The questions as the one who is asked reads them. */
export const questionnaireForm = z.object({
  fair: z.object({ id, title: z.string(), titleEn: z.string() }),
  audience: questionnaireAudience,
  questions: z.array(question),
  /** What was answered before; empty where nothing was. */
  answers,
  answeredAt: instant.nullable(),
  /** Until when answers are taken: for ninety days. */
  until: instant,
  /** Whether they still are. */
  isOpen: z.boolean(),
});
export type QuestionnaireForm = z.infer<typeof questionnaireForm>;

const ofAudience = z.object({ id, audience: questionnaireAudience });
const ofTicket = z.object({ token: z.string().max(200) });
const ofExhibitor = z.object({ id, exhibitorId: id });
const given = z.object({ answers: answersGiven });

export const fairQuestionnairesApi = {
  get: endpoint({
    method: 'GET',
    path: '/fairs/:id/questionnaires/:audience',
    access: 'fair:organise',
    versioned: 'read',
    summary: 'The questions of one side, or those of the fair before as a proposal',
    params: ofAudience,
    response: questionnaire,
  }),
  save: endpoint({
    method: 'PUT',
    path: '/fairs/:id/questionnaires/:audience',
    access: 'fair:organise',
    versioned: 'write',
    summary:
      'Lays down the questions, until they are sent. Equal keys compare with the fair before. Error: fair/questionnaire-sent',
    params: ofAudience,
    body: z.object({ questions: questionList }),
    response: questionnaire,
  }),
  send: endpoint({
    method: 'POST',
    path: '/fairs/:id/questionnaires/:audience/sending',
    access: 'fair:organise',
    summary:
      'Asks all who were there and were not asked yet, once the fair is over; it happens by itself when the fair ends. Errors: fair/illegal-transition, fair/no-questionnaire',
    params: ofAudience,
    response: z.object({ asked: z.int() }),
  }),
  results: endpoint({
    method: 'GET',
    path: '/fairs/:id/questionnaires/:audience/results',
    access: 'fair:organise',
    summary: 'Counts, averages and the rate of answers, beside up to four fairs before',
    params: ofAudience,
    response: questionnaireResults,
  }),
  asked: endpoint({
    method: 'GET',
    path: '/fairs/:id/questionnaires/:audience/asked',
    access: 'fair:organise',
    summary: 'Who was asked, by name; of exhibitors also whether they have answered',
    params: ofAudience,
    query: pageQuery,
    response: pageOf(askedRecord),
  }),
  answers: endpoint({
    method: 'GET',
    path: '/fairs/:id/questionnaires/:audience/answers',
    access: 'fair:organise',
    summary: 'The answers behind the results, the latest first: those to one question, or with one value',
    params: ofAudience,
    query: pageQuery.extend({ key: z.string().max(40).optional(), value: z.string().max(40).optional() }),
    response: pageOf(answerRecord),
  }),
  export: endpoint({
    method: 'GET',
    path: '/fairs/:id/questionnaires/:audience/export',
    access: 'fair:organise',
    summary: 'All answers, or the comparison with the fairs before, as a table',
    params: ofAudience,
    query: z.object({
      table: z.enum(['answers', 'comparison']).default('answers'),
      format: z.enum(['csv', 'csv-sjis', 'xlsx']),
    }),
    response: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  }),
  ofTicket: endpoint({
    method: 'GET',
    path: '/fair-tickets/:token/questionnaire',
    access: 'public',
    summary: 'What a visitor is asked. Errors: auth/invalid-link, fair/no-questionnaire',
    params: ofTicket,
    response: questionnaireForm,
  }),
  answerByTicket: endpoint({
    method: 'PUT',
    path: '/fair-tickets/:token/questionnaire',
    access: 'public',
    summary: 'A visitor answers; a later answer takes the place of the one before. Error: fair/closed',
    params: ofTicket,
    body: given,
    response: questionnaireForm,
  }),
  ofExhibitor: endpoint({
    method: 'GET',
    path: '/fairs/:id/exhibitors/:exhibitorId/questionnaire',
    access: 'fair:exhibit',
    summary: 'What an exhibitor is asked, for the firm alone. Error: fair/no-questionnaire',
    params: ofExhibitor,
    response: questionnaireForm,
  }),
  answerAsExhibitor: endpoint({
    method: 'PUT',
    path: '/fairs/:id/exhibitors/:exhibitorId/questionnaire',
    access: 'fair:exhibit',
    summary:
      'The firm answers, one answer for all its people; a later one takes its place. Error: fair/closed',
    params: ofExhibitor,
    body: given,
    response: questionnaireForm,
  }),
};
