import type { z } from 'zod';

/** An event's name (`context.what-happened`) and the shape of its data: ids and facts, never whole records. */
export interface EventDefinition<Data extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly data: Data;
}

export const defineEvent = <const Data extends z.ZodType>(
  name: string,
  data: Data,
): EventDefinition<Data> => ({
  name,
  data,
});

/** An event as its handler gets it, re-read from the database. */
export interface RecordedEvent<D extends EventDefinition = EventDefinition> {
  readonly id: number;
  readonly name: string;
  readonly subjectId: string | null;
  readonly companyId: string | null;
  readonly actorId: string | null;
  readonly data: z.output<D['data']>;
  readonly createdAt: Date;
}
