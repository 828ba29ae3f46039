import type { AgeBand } from '@ieum/api-contract';

const MINORS: Readonly<Record<AgeBand, boolean>> = {
  'under-14': true,
  '14-to-18': true,
  '19-to-24': false,
  '25-and-over': false,
};

/** Whether the rules for minors hold for somebody of this age. */
export function isMinor(ageBand: AgeBand): boolean {
  return MINORS[ageBand];
}
