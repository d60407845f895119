import { Injectable } from '@nestjs/common';
import { MatchingCorpus, RankingWeightsService } from '#matching/index.js';
import { Database } from '#platform/database/index.js';
import { Live } from '#platform/realtime/index.js';
import { LearningRun, type StoredExample } from './learning-run.entity.js';
import { OutcomesReader } from './outcomes.reader.js';
import { learn } from './training/learn.js';

/** So many published orders or patents are ranked twice to find examples … */
const COMPARED = 40;
/** … and so many of which the first ten changed most are shown. */
const EXAMPLES = 5;

/** Runs learning as a job. A run that was killed starts anew; one that is finished stays as it is. */
@Injectable()
export class LearningRunner {
  constructor(
    private readonly database: Database,
    private readonly outcomes: OutcomesReader,
    private readonly weights: RankingWeightsService,
    private readonly corpus: MatchingCorpus,
    private readonly live: Live,
  ) {}

  async run(runId: string): Promise<void> {
    const run = await this.database.repository(LearningRun).findOneBy({ id: runId });
    if (!run || run.state === 'finished') return;
    try {
      await this.learn(run);
    } catch (error) {
      await this.move(run, { state: 'failed' });
      throw error;
    }
  }

  private async learn(run: LearningRun): Promise<void> {
    await this.move(run, { state: 'running', progress: 5 });
    const current = await this.weights.current(run.subjectKind);
    const outcomes = await this.outcomes.outcomes(run.subjectKind);
    await this.move(run, { progress: 20 });
    const learned = learn(current.weights, outcomes);
    const { before: metricBefore, after: metricAfter, weights, result: found, ...counts } = learned;
    // What a person chose stays until a person asks for a run.
    const result = found === 'adopted' && current.isChosen && run.requestedBy === null ? 'held' : found;
    await this.move(run, {
      ...{ ...counts, metricBefore, metricAfter, progress: 60 },
      ...{ weightsBefore: current.weights, weightsAfter: weights },
    });
    const examples = result === 'too-few' ? [] : await this.examples(run, [current.weights, weights]);
    await this.move(run, { examples, progress: 90 });
    await this.database.transaction(async () => {
      const open = await this.database.query<{ id: string }>(
        `select id from learning_run where id = $1 and state <> 'finished' for update`,
        [run.id],
      );
      if (open.length === 0) return;
      const versionId =
        result === 'adopted' ? await this.weights.adopt(run.subjectKind, current.versionId, weights) : null;
      // Somebody switched meanwhile: what was learned from other weights is not put over theirs.
      const really = result === 'adopted' && versionId === null ? 'kept' : result;
      await this.move(run, {
        ...{ state: 'finished', result: really, versionId, progress: 100, finishedAt: new Date() },
      });
    });
    this.tell(run);
  }

  private async examples(
    { subjectKind }: LearningRun,
    weights: Parameters<MatchingCorpus['topTens']>[2],
  ): Promise<StoredExample[]> {
    const table = subjectKind === 'order' ? 'purchase_order' : 'open_patent';
    const open = await this.database.query<{ id: string }>(
      `select id from ${table} where state = 'published' order by published_at desc, id limit ${COMPARED}`,
    );
    const ids = open.map(({ id }) => id);
    const compared = await this.corpus.topTens(subjectKind, ids, weights);
    return compared
      .map((example) => ({ example, moved: movesOf(example.tops) }))
      .filter(({ moved }) => moved > 0)
      .sort((a, b) => b.moved - a.moved || (a.example.subjectId < b.example.subjectId ? -1 : 1))
      .slice(0, EXAMPLES)
      .map(({ example }) => example);
  }

  private async move(run: LearningRun, changes: Partial<LearningRun>): Promise<void> {
    await this.database.repository(LearningRun).update({ id: run.id }, changes);
    if (changes.state !== 'finished') this.tell(run);
  }

  private tell({ id, requestedBy }: LearningRun): void {
    if (requestedBy) this.live.toUser(requestedBy, 'resource:changed', { kind: 'learning-run', id });
  }
}

/** How many of ten places are held by another firm than before. */
function movesOf([before, after]: StoredExample['tops']): number {
  const places = Math.max(before.length, after.length);
  return Array.from({ length: places }, (_, i) => before[i] !== after[i]).filter(Boolean).length;
}
