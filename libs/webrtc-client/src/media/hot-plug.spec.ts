import { describe, expect, it } from '@jest/globals';
import { hotPlugStep, type HotPlugSituation } from './hot-plug';

const HEADSET = { id: 'headset', label: 'Headset' };
const BUILT_IN = { id: 'built-in', label: 'Built-in' };
const entry = ({ id, label }: { id: string; label: string }, kind: MediaDeviceKind = 'audioinput') =>
  ({ kind, deviceId: id, label, groupId: id }) as MediaDeviceInfo;

const given = (situation: Partial<HotPlugSituation>): HotPlugSituation => ({
  kind: 'audioinput',
  state: { status: 'on' },
  inUse: undefined,
  missing: undefined,
  ...situation,
});
const unavailable = (problem: 'not-found' | 'in-use' | 'permission-denied') =>
  ({ status: 'unavailable', problem }) as const;
const OFF = { status: 'off' } as const;

describe('hotPlugStep', () => {
  it.each([
    ['a device that is open and still there is kept', { inUse: BUILT_IN }, [BUILT_IN], 'keep'],
    ['another device that was plugged in is left alone', { inUse: BUILT_IN }, [BUILT_IN, HEADSET], 'keep'],
    ['one that is not there any more is replaced', { inUse: HEADSET }, [BUILT_IN], 'replace'],
    ['the missing one is taken back', { inUse: BUILT_IN, missing: HEADSET }, [BUILT_IN, HEADSET], 'take-back'],
    ['the missing one is waited for', { inUse: BUILT_IN, missing: HEADSET }, [BUILT_IN], 'keep'],
    ['a muted one too is taken back', { inUse: BUILT_IN, missing: HEADSET, state: OFF }, [HEADSET], 'take-back'],
    ['one without an id cannot be looked for', { inUse: { id: '', label: undefined } }, [BUILT_IN], 'keep'],
    ['one that was not found is opened', { state: unavailable('not-found') }, [BUILT_IN], 'open'],
    ['there may be nothing to open', { state: unavailable('not-found') }, [], 'keep'],
    ['one that is off by choice stays off', { state: OFF, missing: HEADSET }, [HEADSET], 'keep'],
    ['a denied one is not asked for again', { state: unavailable('permission-denied') }, [BUILT_IN], 'keep'],
    ['what another program holds stays with it', { state: unavailable('in-use'), missing: HEADSET }, [HEADSET], 'keep'],
    [
      'what seemed held and is gone was unplugged',
      { state: unavailable('in-use'), missing: HEADSET },
      [BUILT_IN],
      'open',
    ],
  ])('%s', (_rule, situation, listed, step) => {
    const others = [entry({ id: 'cam', label: 'A camera' }, 'videoinput')];
    expect(
      hotPlugStep(given(situation as Partial<HotPlugSituation>), [...listed.map((device) => entry(device)), ...others]),
    ).toBe(step);
  });

  it('concludes nothing from a list without names', () => {
    const blank = entry({ id: '', label: '' });
    expect(hotPlugStep(given({ inUse: HEADSET }), [blank])).toBe('keep');
    expect(hotPlugStep(given({ inUse: HEADSET }), [])).toBe('keep');
  });
});
