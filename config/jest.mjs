import { resolve } from 'node:path';

// One Jest project per kind of test, named by what is real in it (README, "Tests").
const base = {
  rootDir: resolve(import.meta.dirname, '..'),
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#(.*)\\.js$': '<rootDir>/libs/$1.ts',
    '^fast-check$': '<rootDir>/test/setup/seeded-fast-check.mjs',
    '^(\\.{1,2}/(?!.*/node_modules/).*)\\.js$': '$1',
  },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};

const kind = (displayName, testMatch, more = {}) => ({ ...base, displayName, testMatch, ...more });
const withDatabase = {
  globalSetup: '<rootDir>/test/setup/start-postgres.mjs',
  globalTeardown: '<rootDir>/test/setup/stop-postgres.mjs',
};

export default {
  projects: [
    kind('unit', [
      '<rootDir>/{libs,apps,config,docker}/**/*.spec.ts',
      '<rootDir>/test/{guards,bench}/**/*.spec.ts',
    ]),
    kind(
      'database',
      ['<rootDir>/libs/**/*.db-spec.ts', '<rootDir>/test/guards/**/*.db-spec.ts'],
      withDatabase,
    ),
    kind('api', ['<rootDir>/test/api/**/*.spec.ts'], withDatabase),
    kind('browser', ['<rootDir>/test/browser/**/*.spec.ts'], withDatabase),
    kind('cluster', ['<rootDir>/test/cluster/**/*.spec.ts'], withDatabase),
  ],
  // A test waits for what it expects, each wait for a minute at most, and goes on as soon as it is there: these limits end
  // what hangs, and are not reached by a machine that is slow.
  testTimeout: 300_000,
  // Modules of earlier tests stay in a worker's memory; near the limit of its heap the last tests take ten times as long.
  workerIdleMemoryLimit: '1200MB',
  testSequencer: resolve(import.meta.dirname, 'longest-first.mjs'),
};
