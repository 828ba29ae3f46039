import { describe, expect, it } from '@jest/globals';
import { FakeMediaStreamTrack } from '../testing';
import type { Acquired } from './acquire-devices';
import { switchDevice } from './switch-device';

const fake = (kind: 'audio' | 'video', id: string) =>
  new FakeMediaStreamTrack(kind, id) as FakeMediaStreamTrack & MediaStreamTrack;

/** Opens what the answers say, in turn. */
function opener(...answers: Acquired[]): { open: (id: string) => Promise<Acquired>; opened: string[] } {
  const opened: string[] = [];
  const open = async (id: string): Promise<Acquired> => {
    opened.push(id);
    return answers[opened.length - 1] ?? { problem: 'unknown' };
  };
  return { open, opened };
}

describe('switchDevice', () => {
  it('opens the other one while the present one goes on', async () => {
    const [front, rear] = [fake('video', 'front'), fake('video', 'rear')];
    const { open, opened } = opener({ track: rear });
    await expect(switchDevice(open, 'rear', front)).resolves.toEqual({ track: rear });
    expect(front.readyState).toBe('live');
    expect(opened).toEqual(['rear']);
  });

  it('lets go of the present camera where only one can run', async () => {
    const [front, rear] = [fake('video', 'front'), fake('video', 'rear')];
    const { open, opened } = opener({ problem: 'in-use' }, { track: rear });
    await expect(switchDevice(open, 'rear', front)).resolves.toEqual({ track: rear });
    expect(front.readyState).toBe('ended');
    expect(opened).toEqual(['rear', 'rear']);
  });

  it('opens the present camera again when the other one is really in use', async () => {
    const [front, again] = [fake('video', 'front'), fake('video', 'front')];
    const { open, opened } = opener({ problem: 'in-use' }, { problem: 'in-use' }, { track: again });
    await expect(switchDevice(open, 'rear', front)).resolves.toEqual({ track: again, problem: 'in-use' });
    expect(opened).toEqual(['rear', 'rear', 'front']);
  });

  it('says so when that does not work either', async () => {
    const { open } = opener({ problem: 'in-use' }, { problem: 'not-found' }, { problem: 'in-use' });
    await expect(switchDevice(open, 'rear', fake('video', 'front'))).resolves.toEqual({ problem: 'not-found' });
  });

  it.each([
    ['a microphone', fake('audio', 'mic'), 'in-use'],
    ['nothing', undefined, 'in-use'],
    ['a camera, for any other problem', fake('video', 'front'), 'permission-denied'],
  ] as const)('never lets go of %s', async (_case, present, problem) => {
    const { open, opened } = opener({ problem });
    await expect(switchDevice(open, 'other', present)).resolves.toEqual({ problem });
    expect(present?.readyState ?? 'live').toBe('live');
    expect(opened).toHaveLength(1);
  });
});
