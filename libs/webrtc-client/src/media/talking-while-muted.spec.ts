import { describe, expect, it } from '@jest/globals';
import { type FakeMediaStreamTrack, type FakePlatform, fakePlatform, settle } from '../testing';
import { LocalMedia } from './local-media';
import { TalkingWhileMuted } from './talking-while-muted';

const VOICE = 0.05;

interface Given {
  platform: FakePlatform;
  media: LocalMedia;
  watch: TalkingWhileMuted;
  said: boolean[];
  microphone: () => FakeMediaStreamTrack;
}

async function given(prepare: (platform: FakePlatform) => void = () => undefined): Promise<Given> {
  const platform = fakePlatform();
  platform.listed = [
    { kind: 'audioinput', deviceId: 'headset', label: 'Headset' },
    { kind: 'audioinput', deviceId: 'built-in', label: 'Built-in' },
  ];
  prepare(platform);
  const media = new LocalMedia({ platform });
  await media.open({ camera: false });
  const watch = new TalkingWhileMuted({ media, platform });
  const said: boolean[] = [];
  watch.on('talking', (talking) => said.push(talking));
  const microphone = (): FakeMediaStreamTrack => {
    const [track] = media.stream.getAudioTracks() as unknown as FakeMediaStreamTrack[];
    if (!track) throw new Error('no microphone');
    return track;
  };
  return { platform, media, watch, said, microphone };
}

describe('TalkingWhileMuted', () => {
  it('says when somebody talks while muted, and when that is over', async () => {
    const { platform, media, watch, said, microphone } = await given();
    await media.setMicrophone(false);
    expect(watch.state).toBe('measuring');
    microphone().sound.amplitude = VOICE;
    await platform.clock.advance(500);
    expect([watch.talking, said]).toEqual([true, [true]]);
    microphone().sound.amplitude = 0;
    await platform.clock.advance(1_000);
    expect(watch.talking).toBe(true);
    await platform.clock.advance(1_000);
    expect([watch.talking, said]).toEqual([false, [true, false]]);
  });

  it('hears by a clone: what the call sends stays silent', async () => {
    const { platform, media, microphone } = await given();
    await media.setMicrophone(false);
    const [clone] = microphone().clones;
    expect(clone).toMatchObject({ enabled: true, readyState: 'live' });
    expect(microphone().enabled).toBe(false);
    expect(media.stream.getTracks()).toHaveLength(1);
    expect(platform.openTracks).toHaveLength(2);
  });

  it('does not listen while the microphone is on, and stops at once when it is turned on', async () => {
    const { platform, media, watch, said, microphone } = await given();
    microphone().sound.amplitude = VOICE;
    await platform.clock.advance(1_000);
    expect([watch.state, said, platform.audioContexts]).toEqual(['off', [], []]);
    await media.setMicrophone(false);
    await platform.clock.advance(500);
    await media.setMicrophone(true);
    expect([watch.state, said]).toEqual(['off', [true, false]]);
    expect([platform.openAudioContexts, platform.openTracks.length]).toEqual([[], 1]);
  });

  it('listens to the same clone through changes that are not its own', async () => {
    const { platform, media } = await given();
    await media.setMicrophone(false);
    await media.setCamera(true);
    await media.setMicrophone(false);
    expect(platform.audioContexts).toHaveLength(1);
  });

  it('follows the microphone to another one', async () => {
    const { platform, media, watch, microphone } = await given();
    await media.setMicrophone(false);
    await media.selectMicrophone('built-in');
    microphone().sound.amplitude = VOICE;
    await platform.clock.advance(500);
    expect(watch.talking).toBe(true);
    platform.unplug('built-in');
    expect(watch.talking).toBe(false);
    await settle();
    expect([watch.state, microphone().deviceId]).toEqual(['measuring', 'headset']);
    expect(platform.openAudioContexts).toHaveLength(1);
    expect(platform.openTracks).toHaveLength(2);
  });

  it('begins at once for a microphone that is muted already', async () => {
    const { platform, media } = await given();
    await media.setMicrophone(false);
    const second = new TalkingWhileMuted({ media, platform });
    expect(second.state).toBe('measuring');
  });

  it('does without Web Audio, and then keeps no clone', async () => {
    const { platform, media, watch } = await given((fake) => (fake.hasSound = false));
    await media.setMicrophone(false);
    expect(watch.state).toBe('unavailable');
    expect(platform.openTracks).toHaveLength(1);
  });

  it('releases everything, whichever is closed first', async () => {
    for (const mediaFirst of [true, false]) {
      const { platform, media, watch } = await given();
      await media.setMicrophone(false);
      const closes = [() => media.close(), () => watch.close()];
      for (const close of mediaFirst ? closes : closes.reverse()) close();
      expect(platform.openTracks).toEqual([]);
      expect(platform.openAudioContexts).toEqual([]);
      expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
    }
  });
});
