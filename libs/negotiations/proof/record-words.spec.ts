import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { kindWords } from './record-words.js';

/** What the talk says of the room's own entries; `changed` is for what nobody foresaw, the other stands for a hidden text. */
const { room } = JSON.parse(readFileSync('apps/web/src/locales/ja/negotiations.json', 'utf8')) as {
  room: { system: Record<string, string> };
};
const keys = Object.keys(room.system).filter((key) => key !== 'changed' && key !== 'between-parties');

describe('the words of a record', () => {
  it.each(keys)('say what %s is', (key) => {
    for (const language of ['ja', 'en'] as const)
      expect(kindWords({ kind: 'system', data: { key } }, language)).not.toBe(key);
  });
});
