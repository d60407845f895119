import { describe, expect, it } from '@jest/globals';
import { saidKind } from './said-kind';

describe('saidKind', () => {
  it('puts a drawing under the confidentiality terms, and leaves a narrower choice as it is', () => {
    expect(saidKind('drawing', 'open').level).toBe('nda');
    expect(saidKind('drawing', 'parties').level).toBe('parties');
    expect(saidKind('specification', 'open').level).toBe('open');
  });
});
