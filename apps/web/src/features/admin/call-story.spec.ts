import type { AdminCallReport, AdminCallTimeline } from '@ieum/api-contract';
import { describe, expect, it } from '@jest/globals';
import { changesIn, inShort, storyOf } from './call-story';

const at = (second: number) => new Date(Date.UTC(2026, 4, 5, 10, 0, second)).toISOString();
const told = (second: number, fact: AdminCallReport['fact'], side: AdminCallReport['side'] = 'student') => ({
  at: at(second),
  side,
  visit: 1,
  fact,
});
const aCall = (reports: AdminCallReport[], changes: Partial<AdminCallTimeline> = {}): AdminCallTimeline => ({
  consultId: '6f3c1f5e-0d8e-4e0e-9a41-0d3c8f0a7b11',
  kind: 'tutoring',
  status: 'ended',
  askedAt: at(0),
  matchedAt: at(5),
  liveAt: at(7),
  closedAt: at(50),
  reports,
  ...changes,
});
const good = { type: 'figures', level: 'good' } as const;

describe('the story of a call', () => {
  it('has the consult’s milestones between what the browsers told, in order', () => {
    const story = storyOf(aCall([told(8, { type: 'connected', setUpMs: 900 }), told(40, { type: 'left' })]));
    expect(story.map((moment) => ('report' in moment ? moment.report.fact.type : moment.milestone))).toEqual([
      'asked',
      'matched',
      'live',
      'connected',
      'left',
      'ended',
    ]);
  });

  it('leaves out what has not happened', () => {
    const story = storyOf(aCall([], { matchedAt: null, liveAt: null, closedAt: null }));
    expect(story).toEqual([{ at: at(0), milestone: 'asked' }]);
  });

  it('keeps of the figures those that differ from the ones before them of the same side', () => {
    const poor = { type: 'figures', level: 'poor' } as const;
    const story = storyOf(
      aCall([told(10, good), told(11, good, 'mentor'), told(12, good), told(13, poor), told(14, poor), told(15, good)]),
    );
    const seconds = changesIn(story).flatMap((moment) =>
      'report' in moment ? [new Date(moment.at).getSeconds()] : [],
    );
    expect(seconds).toEqual([10, 11, 13, 15]);
  });
});

describe('a call in short', () => {
  it('takes the slower set-up, the middle round trip and the worst loss', () => {
    const call = aCall([
      told(10, { type: 'connected', setUpMs: 700 }),
      told(11, { type: 'connected', setUpMs: 1200 }, 'mentor'),
      told(20, { ...good, roundTripMs: 40, lossIn: 0.01, lossOut: 0.2 }),
      told(21, { ...good, roundTripMs: 60 }),
      told(22, { type: 'healing', step: 'restart-ice', cause: 'path-lost' }),
      told(23, { ...good, roundTripMs: 500, lossIn: 0.05 }),
      told(24, { ...good, roundTripMs: 42 }),
    ]);
    expect(inShort(call)).toEqual({
      setUpMs: 1200,
      medianRoundTripMs: 51,
      worstLoss: 0.2,
      restarts: 1,
      seconds: 40,
    });
  });

  it('knows nothing of a call that nobody told of', () => {
    expect(inShort(aCall([]))).toEqual({
      setUpMs: null,
      medianRoundTripMs: null,
      worstLoss: null,
      restarts: 0,
      seconds: null,
    });
  });

  it('lasts until what was told last while it goes on', () => {
    const call = aCall([told(10, { type: 'connected', setUpMs: 1 }), told(31, good)], { closedAt: null });
    expect(inShort(call).seconds).toBe(21);
  });
});
