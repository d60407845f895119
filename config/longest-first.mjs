import Sequencer from '@jest/test-sequencer';

/** Each takes minutes: begun last, one of them would keep one worker busy while the other has nothing left. */
const LONGEST = [
  'browser/axe.spec.ts',
  'api/matrix.spec.ts',
  'browser/event-day.spec.ts',
  'browser/story.spec.ts',
];
/** Kinds of test, from those of which one takes long. */
const KINDS = ['browser', 'cluster', 'api', 'database', 'unit'];

/** Jest knows how long a test takes only from an earlier run, which a fresh clone has not seen. */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const place = ({ path, context }) => {
      const long = LONGEST.findIndex((name) => path.endsWith(name));
      return long >= 0 ? long - LONGEST.length : KINDS.indexOf(context.config.displayName?.name);
    };
    return [...(await super.sort(tests))].sort((a, b) => place(a) - place(b));
  }
}
