import { describe, expect, it, jest } from '@jest/globals';
import { FakeMediaStreamTrack, type FakePlatform, fakePlatform, namedError } from '../testing';
import { AudioLevel } from './audio-level';

const NO_LEAKS = { timers: 0, connections: 0, listeners: 0 };

function given(prepare: (platform: FakePlatform) => void = () => undefined): {
  platform: FakePlatform;
  track: FakeMediaStreamTrack;
  meter: AudioLevel;
} {
  const platform = fakePlatform();
  prepare(platform);
  const track = new FakeMediaStreamTrack('audio');
  track.sound.amplitude = 0.25;
  return { platform, track, meter: new AudioLevel({ track: track as unknown as MediaStreamTrack, platform }) };
}

/** An audio context in another state than `running`. */
function held(mayStart: boolean): (platform: FakePlatform) => void {
  return (platform) => {
    const create = platform.createAudioContext.bind(platform);
    platform.createAudioContext = () => {
      const context = create();
      Object.assign(context, { state: 'suspended', mayStart });
      return context;
    };
  };
}

describe('AudioLevel', () => {
  it('tells ten times a second how loud the track is', async () => {
    const { platform, track, meter } = given();
    const levels: number[] = [];
    meter.on('level', (level) => levels.push(level));
    expect([meter.state, meter.level]).toEqual(['measuring', 0]);
    await platform.clock.advance(300);
    expect(levels).toEqual([0.25, 0.25, 0.25]);
    track.sound.amplitude = 0.5;
    await platform.clock.advance(100);
    expect([meter.level, meter.peak]).toEqual([0.5, 0.5]);
    track.enabled = false;
    await platform.clock.advance(100);
    expect(meter.level).toBe(0);
  });

  it('waits for a browser that holds sound back, and asks it once a second', async () => {
    const { platform, meter } = given(held(false));
    const levels = jest.fn();
    const states = jest.fn();
    meter.on('level', levels);
    meter.on('state', states);
    await platform.clock.advance(2_500);
    const [context] = platform.audioContexts;
    expect(meter.state).toBe('waiting');
    expect(context?.resumes).toBe(3);
    expect(levels).not.toHaveBeenCalled();
    Object.assign(context ?? {}, { mayStart: true });
    await platform.clock.advance(1_000);
    expect(states.mock.calls).toEqual([['measuring']]);
    expect(levels).toHaveBeenCalled();
  });

  it('goes on waiting when the browser refuses', async () => {
    const { platform, meter } = given(held(false));
    const [context] = platform.audioContexts;
    Object.assign(context ?? {}, { resume: () => Promise.reject(namedError('InvalidStateError')) });
    await platform.clock.advance(3_000);
    expect(meter.state).toBe('waiting');
    meter.close();
    expect(platform.leaks).toEqual(NO_LEAKS);
  });

  it('is unavailable, and no more, without Web Audio', async () => {
    const { platform, meter } = given((fake) => (fake.hasSound = false));
    expect([meter.state, meter.level]).toEqual(['unavailable', 0]);
    meter.close();
    expect(platform.leaks).toEqual(NO_LEAKS);
  });

  it('is unavailable for what has no sound, and keeps no context for it', () => {
    const { platform, meter } = given((fake) => {
      const create = fake.createAudioContext.bind(fake);
      fake.createAudioContext = () =>
        Object.assign(create(), {
          createMediaStreamSource: () => {
            throw namedError('InvalidStateError');
          },
        });
    });
    expect(meter.state).toBe('unavailable');
    expect(platform.openAudioContexts).toEqual([]);
  });

  it('notices when the context is gone', async () => {
    const { platform, meter } = given();
    await platform.audioContexts[0]?.close();
    await platform.clock.advance(100);
    expect(meter.state).toBe('unavailable');
  });

  it('releases the context and leaves the track alone', async () => {
    const { platform, track, meter } = given();
    const level = jest.fn();
    meter.on('level', level);
    meter.close();
    meter.close();
    await platform.clock.advance(1_000);
    expect(level).not.toHaveBeenCalled();
    expect(track.readyState).toBe('live');
    expect(platform.openAudioContexts).toEqual([]);
    expect(platform.leaks).toEqual(NO_LEAKS);
  });

  it.each(['level', 'state'] as const)('can be closed by a listener of "%s"', async (event) => {
    const { platform, meter } = given(held(true));
    meter.on(event, () => meter.close());
    await platform.clock.advance(2_000);
    expect([meter.state, meter.level]).toEqual(['unavailable', 0]);
    expect(platform.leaks).toEqual(NO_LEAKS);
  });
});
