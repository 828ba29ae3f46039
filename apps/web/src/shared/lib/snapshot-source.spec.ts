import { describe, expect, it } from '@jest/globals';
import { SnapshotSource } from './snapshot-source';

class Lamp extends SnapshotSource<{ readonly on: boolean; readonly colour: string }> {
  constructor() {
    super({ on: false, colour: 'white' });
  }

  set(change: { readonly on?: boolean; readonly colour?: string }): void {
    this.update(change);
  }
}

describe('SnapshotSource', () => {
  it('has a new snapshot for each change, and tells of it', () => {
    const lamp = new Lamp();
    const before = lamp.getSnapshot();
    let told = 0;
    lamp.subscribe(() => (told += 1));
    lamp.set({ on: true });
    expect(lamp.getSnapshot()).toEqual({ on: true, colour: 'white' });
    expect(before).toEqual({ on: false, colour: 'white' });
    expect(told).toBe(1);
  });

  it('keeps its snapshot, and tells nobody, when a change is to what is so already', () => {
    const lamp = new Lamp();
    const before = lamp.getSnapshot();
    let told = 0;
    lamp.subscribe(() => (told += 1));
    lamp.set({ on: false, colour: 'white' });
    expect(lamp.getSnapshot()).toBe(before);
    expect(told).toBe(0);
  });
});
