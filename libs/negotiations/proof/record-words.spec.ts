import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { kindWords, noteProofs } from './record-words.js';

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

  it('give the numbers and hashes that a note fixes, and nothing for others', () => {
    const data = { key: 'lot-drawn', no: 3, addition: 'ab', seed: 'cd' };
    expect(noteProofs({ data }, 'ja')).toBe('加えた乱数 ab / 種 cd');
    expect(noteProofs({ data: { key: 'dispute-opened', hash: 'ef' } }, 'en')).toBe('hash ef');
    expect(noteProofs({ data: { key: 'room-paused', no: 1 } }, 'en')).toBe('');
    expect(noteProofs({}, 'en')).toBe('');
  });
});
