import { introductionsApi } from '#contracts/introductions.js';
import type { CallInput } from '../../api/client';
import { usePages, type Pages } from '../../api/use-endpoint';
import { statesIn, type Column } from './columns';

export type BoardQuery = NonNullable<CallInput<typeof introductionsApi.list>['query']>;
export type CardPages = Pages<typeof introductionsApi.list>;

/** What moves is shown at once, so that it can be put in the order of urgency; what is over page by page. */
const MOVING = 100;
const OVER = 10;

/** Each column by itself, with how many there are in all. */
export function useColumnPages(query: BoardQuery): Record<Column, CardPages> {
  const of = (column: Column, limit: number) => ({ query: { ...query, state: statesIn[column], limit } });
  return {
    waiting: usePages(introductionsApi.list, of('waiting', MOVING)),
    consented: usePages(introductionsApi.list, of('consented', MOVING)),
    talking: usePages(introductionsApi.list, of('talking', MOVING)),
    agreed: usePages(introductionsApi.list, of('agreed', OVER)),
    over: usePages(introductionsApi.list, of('over', OVER)),
  };
}
