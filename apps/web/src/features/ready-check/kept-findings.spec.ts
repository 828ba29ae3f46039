import { beforeEach, describe, expect, it } from '@jest/globals';
import { keepFindings, readFindings } from './kept-findings';
import type { Findings } from './readiness';

const NOW = 1_795_000_000_000;
const MINUTE = 60_000;
const findings: Findings = { microphone: true, camera: false, relay: 'none' };

let values: Map<string, string>;
let storage: Pick<Storage, 'getItem' | 'setItem'>;
beforeEach(() => {
  values = new Map();
  storage = {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
  };
});

describe('what a check found out', () => {
  it('is found again for half an hour', () => {
    expect(readFindings(storage, NOW)).toBeNull();
    keepFindings(storage, findings, NOW);
    expect(readFindings(storage, NOW + 30 * MINUTE)).toEqual(findings);
    expect(readFindings(storage, NOW + 31 * MINUTE)).toBeNull();
  });

  it('is not taken from a clock that was set back, nor from something broken', () => {
    keepFindings(storage, findings, NOW);
    expect(readFindings(storage, NOW - MINUTE)).toBeNull();
    for (const broken of ['{', '[]', '{"microphone":1}']) {
      values.set('ieum.ready-check', broken);
      expect(readFindings(storage, NOW)).toBeNull();
    }
  });

  it('tells no device by name', () => {
    const more = { ...findings, label: 'Webcam of Mina' };
    keepFindings(storage, more, NOW);
    expect([...values.values()].join()).not.toContain('Mina');
  });
});
