// What Jest gives for "fast-check" (config/jest.mjs): the same cases in each run, so that a change is what breaks a test.
// FAST_CHECK_SEED=N looks at others.
import fastCheck from '../../node_modules/fast-check/lib/fast-check.js';

fastCheck.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 1) });

export * from '../../node_modules/fast-check/lib/fast-check.js';
export default fastCheck;
