import { AppError } from '#platform/http/index.js';

/** More than that waits only where the database does not answer any more. */
const MOST_WAITING = 20_000;

interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what is asked of the database, or is to be written, while it answers into the next statement: alone each is answered at once, and hundreds
 * at a time become a few statements. One batch is on its way at a time; a batch that fails fails for all that are in it.
 */
export class Gatherer<Q, A> {
  private waiting: Waiting<Q, A>[] = [];
  private isBusy = false;

  /** `answer` gives an answer for each question, in their order. */
  constructor(
    private readonly answer: (questions: readonly Q[]) => Promise<readonly A[]>,
    private readonly atOnce = 500,
  ) {}

  /** Error: `server/unavailable` under too much load. */
  ask(question: Q): Promise<A> {
    if (this.waiting.length >= MOST_WAITING) return Promise.reject(new AppError('server/unavailable'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (!this.isBusy) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    // What comes in the same turn of the loop goes with the first.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.atOnce);
      try {
        const answers = await this.answer(batch.map(({ question }) => question));
        batch.forEach(({ resolve }, i) => resolve(answers[i] as A));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.isBusy = false;
  }
}
