import { AGE_BANDS, type AgeBand, type TransportPolicy } from '@ieum/api-contract';
import { type Kind, KINDS } from '@ieum/signaling-protocol';
import { describe, expect, it } from '@jest/globals';
import { transportPolicyOf } from './transport-policy';

/** By the student's age, for a mentor who is grown up. */
const TABLE: Readonly<Record<Kind, Readonly<Record<AgeBand, TransportPolicy>>>> = {
  tutoring: { 'under-14': 'relay', '14-to-18': 'relay', '19-to-24': 'all', '25-and-over': 'all' },
  speaking: { 'under-14': 'relay', '14-to-18': 'relay', '19-to-24': 'all', '25-and-over': 'all' },
  career: { 'under-14': 'relay', '14-to-18': 'relay', '19-to-24': 'all', '25-and-over': 'all' },
  counselling: { 'under-14': 'relay', '14-to-18': 'relay', '19-to-24': 'relay', '25-and-over': 'relay' },
};

describe('how members are connected', () => {
  const rows = KINDS.flatMap((kind) => AGE_BANDS.map((age) => [kind, age, TABLE[kind][age]] as const));
  it.each(rows)('in %s with a student of %s: %s', (kind, age, policy) => {
    expect(transportPolicyOf(kind, [age, '25-and-over'])).toBe(policy);
  });

  it.each(KINDS)('in %s with a mentor who is a minor: relay', (kind) => {
    expect(transportPolicyOf(kind, ['25-and-over', '14-to-18'])).toBe('relay');
  });

  it('before the kind is known: by age alone', () => {
    expect(AGE_BANDS.map((age) => transportPolicyOf(undefined, [age]))).toEqual(['relay', 'relay', 'all', 'all']);
  });
});
