import { describe, expect, it } from '@jest/globals';
import { steadyOffset } from './steady-offset';

const MINUTE = 60_000;

describe("the server's clock", () => {
  it('is not set back by an answer that was kept while the network was away', () => {
    const fresh = steadyOffset(null, 1_000_500, 1_000_000);
    expect(fresh.offset).toBe(500);
    const kept = steadyOffset(fresh, 1_000_500, 1_000_000 + 30 * MINUTE);
    expect(kept.offset).toBe(500);
    expect(steadyOffset(kept, 1_000_700 + 40 * MINUTE, 1_000_000 + 40 * MINUTE).offset).toBe(700);
  });

  it('is found anew after half a day, and where the device was set back', () => {
    const fresh = steadyOffset(null, 9 * MINUTE, 0);
    expect(steadyOffset(fresh, 13 * 60 * MINUTE, 13 * 60 * MINUTE).offset).toBe(0);
    expect(steadyOffset({ offset: 9, at: 1_000 }, 500, 500).offset).toBe(0);
  });
});
