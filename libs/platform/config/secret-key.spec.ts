import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptSecretText } from './secret-key.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('keptSecretText', () => {
  it('is made once, for its owner only, and stays the same', () => {
    const first = keptSecretText(join(folder, 'var'));
    expect(keptSecretText(join(folder, 'var'))).toBe(first);
    expect(Buffer.from(first, 'base64')).toHaveLength(48);
    expect(readdirSync(join(folder, 'var'))).toEqual(['secret.key']);
    expect(statSync(join(folder, 'var/secret.key')).mode & 0o777).toBe(0o600);
  });
});
