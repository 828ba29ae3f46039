import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CarriedPracticeResponse } from '@ieum/api-contract';
import { ManualClock, settle } from '@ieum/webrtc-client/testing';
import { ApiError } from '../../../../shared/lib/api-error';
import { CarriedSource } from './carried-source';
import { practiceOf } from './testing/practice-world';

let clock: ManualClock;
let answers: (CarriedPracticeResponse | Error)[];
let asked: number;
let errors: unknown[];
beforeEach(() => {
  clock = new ManualClock();
  [answers, asked, errors] = [[], 0, []];
});

async function source() {
  const made = new CarriedSource({
    clock,
    onError: (error) => errors.push(error),
    fetch: async () => {
      asked += 1;
      const answer = answers.shift() ?? { practice: null };
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  await settle();
  return made;
}

const OFFLINE = new ApiError({ code: 'network/offline' });
const THERE = { practice: practiceOf('text') };

describe('what a student brought along', () => {
  it('is asked for once, and there may be none', async () => {
    const carried = await source();
    await clock.advance(60_000);
    expect([carried.isThere(), asked]).toEqual([false, 1]);
  });

  it('is there as soon as the server is back', async () => {
    answers = [OFFLINE, OFFLINE, THERE];
    const carried = await source();
    expect(carried.isThere()).toBe(false);
    await clock.advance(10_000);
    expect([carried.isThere(), asked]).toEqual([true, 3]);
  });

  it('stays as it was known while the server is away, and goes when the student takes it back', async () => {
    answers = [THERE, OFFLINE];
    const carried = await source();
    await carried.refresh();
    expect(carried.isThere()).toBe(true);
    await clock.advance(5_000);
    expect([carried.isThere(), asked]).toEqual([false, 3]);
  });

  it('is not asked for again when it is refused, and what is no answer is reported', async () => {
    answers = [new ApiError({ code: 'consults/not-found', status: 404 }), new TypeError('broken')];
    const carried = await source();
    await clock.advance(60_000);
    expect([asked, errors]).toEqual([1, []]);
    await carried.refresh();
    expect(errors).toEqual([new TypeError('broken')]);
  });

  it('is not asked for after the visit', async () => {
    answers = [OFFLINE, THERE];
    const carried = await source();
    carried.close();
    await clock.advance(60_000);
    expect([carried.isThere(), asked]).toEqual([false, 1]);
  });
});
