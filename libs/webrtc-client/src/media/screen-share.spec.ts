import { describe, expect, it, jest } from '@jest/globals';
import { type FakePlatform, fakePlatform } from '../testing';
import { ScreenShare, type ScreenSource } from './screen-share';

const OFF = { status: 'off' };

function given(): { platform: FakePlatform; screen: ScreenShare } {
  const platform = fakePlatform();
  return { platform, screen: new ScreenShare({ platform }) };
}

const kinds = ({ stream }: ScreenSource): string[] => stream.getTracks().map(({ kind }) => kind);

describe('ScreenShare.start', () => {
  it('shows what the person picks, sharp rather than smooth', async () => {
    const { platform, screen } = given();
    expect(screen.state).toEqual(OFF);
    await expect(screen.start()).resolves.toEqual({ status: 'on', audio: false });
    expect(kinds(screen)).toEqual(['video']);
    expect(screen.stream.getVideoTracks()[0]?.contentHint).toBe('detail');
    expect(platform.screensAsked).toMatchObject([{ audio: false }]);
  });

  it('takes the sound if asked to and given', async () => {
    const { platform, screen } = given();
    await expect(screen.start({ audio: true })).resolves.toEqual({ status: 'on', audio: true });
    expect(kinds(screen)).toEqual(['video', 'audio']);
    screen.stop();
    platform.screenHasAudio = false;
    await expect(screen.start({ audio: true })).resolves.toEqual({ status: 'on', audio: false });
  });

  it('asks in the same turn, as the click demands, and once however often it is clicked', async () => {
    const { platform, screen } = given();
    const starts = [screen.start(), screen.start()];
    expect(platform.screensAsked).toHaveLength(1);
    await Promise.all(starts);
    expect(platform.openTracks).toHaveLength(1);
  });

  it('tells why nothing is shown, and can be tried again', async () => {
    const { platform, screen } = given();
    platform.screen = 'NotAllowedError:Permission denied';
    await expect(screen.start()).resolves.toEqual({ status: 'unavailable', problem: 'cancelled' });
    platform.screen = 'NotAllowedError:Permission denied by system';
    await expect(screen.start()).resolves.toEqual({ status: 'unavailable', problem: 'denied' });
    screen.stop();
    expect(screen.state).toEqual(OFF);
    platform.screen = 'ok';
    await expect(screen.start()).resolves.toMatchObject({ status: 'on' });
  });

  it('goes from one screen to another without a gap, and keeps the first if no other is picked', async () => {
    const { platform, screen } = given();
    await screen.start({ audio: true });
    const [first] = screen.stream.getVideoTracks();
    platform.screen = 'NotAllowedError';
    await expect(screen.start()).resolves.toEqual({ status: 'on', audio: true });
    expect(screen.stream.getVideoTracks()).toEqual([first]);
    platform.screen = 'ok';
    const sent: unknown[] = [];
    screen.on('change', () => sent.push([first?.readyState, kinds(screen)]));
    await expect(screen.start()).resolves.toEqual({ status: 'on', audio: false });
    expect(sent).toEqual([['live', ['video']]]);
    expect(first?.readyState).toBe('ended');
    expect(platform.openTracks).toHaveLength(1);
  });

  it('knows from the start where there is no screen to show', async () => {
    const platform = fakePlatform();
    platform.canShareScreen = false;
    const screen = new ScreenShare({ platform });
    const unsupported = { status: 'unavailable', problem: 'unsupported' };
    expect(screen.state).toEqual(unsupported);
    await expect(screen.start()).resolves.toEqual(unsupported);
    screen.stop();
    expect(screen.state).toEqual(unsupported);
    expect(platform.screensAsked).toEqual([]);
  });
});

describe('ScreenShare, when it ends', () => {
  it('notices that the person stopped it in the browser', async () => {
    const { platform, screen } = given();
    const change = jest.fn();
    await screen.start({ audio: true });
    screen.on('change', change);
    platform.openTracks.find(({ kind }) => kind === 'video')?.end();
    expect(change.mock.calls).toEqual([[OFF]]);
    expect(kinds(screen)).toEqual([]);
    expect(platform.openTracks).toEqual([]);
    expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
  });

  it('goes on without the sound when only that ends', async () => {
    const { platform, screen } = given();
    await screen.start({ audio: true });
    platform.openTracks.find(({ kind }) => kind === 'audio')?.end();
    expect(screen.state).toEqual({ status: 'on', audio: false });
    expect(kinds(screen)).toEqual(['video']);
  });

  it('tells a stop once', async () => {
    const { platform, screen } = given();
    await screen.start();
    const change = jest.fn();
    screen.on('change', change);
    screen.stop();
    screen.stop();
    expect(change).toHaveBeenCalledTimes(1);
    expect(platform.openTracks).toEqual([]);
  });

  it('does not take what the dialog gives after it was stopped', async () => {
    const { platform, screen } = given();
    const late = screen.start();
    screen.stop();
    const again = screen.start();
    await expect(again).resolves.toMatchObject({ status: 'on' });
    await late;
    expect(platform.openTracks).toHaveLength(1);
    expect(kinds(screen)).toEqual(['video']);
    platform.screen = 'NotAllowedError';
    screen.stop();
    const cancelled = screen.start();
    screen.stop();
    await expect(cancelled).resolves.toEqual(OFF);
  });
});

describe('ScreenShare.close', () => {
  it('releases everything, once and for good', async () => {
    for (let turns = 0; turns < 5; turns += 1) {
      const { platform, screen } = given();
      const starting = screen.start({ audio: true });
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      screen.close();
      screen.close();
      await starting;
      await expect(screen.start()).resolves.toEqual(OFF);
      expect(platform.openTracks).toEqual([]);
      expect(platform.leaks).toEqual({ timers: 0, connections: 0, listeners: 0 });
    }
  });
});
