import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { describeConfig } from '#platform/config/index.js';

it('config/README.md is what the schema says (see there how to write it anew)', () => {
  expect(readFileSync('config/README.md', 'utf8')).toBe(describeConfig());
});
