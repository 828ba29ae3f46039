import { beforeEach, describe, expect, it } from '@jest/globals';
import { peerOf, RoomWorld } from './testing/room-world';

let world: RoomWorld;
beforeEach(() => {
  world = new RoomWorld();
});

describe('the channels of a room’s tools', () => {
  it('are part of every call, in the order of the registry, and after them the document’s', async () => {
    await world.enter([peerOf('a')]);
    expect(world.call('a').options.channels).toEqual([
      { label: 'probe' },
      { label: 'document' },
      { label: 'cursors', ordered: false, maxRetransmits: 0 },
    ]);
  });

  it('are handed to the tool when a call begins, and a reloaded other side is another call', async () => {
    await world.enter([peerOf('a')]);
    expect(world.probe.told).toEqual(['began with probe']);
    world.connection.push('room:peer-joined', { peer: peerOf('b') });
    expect(world.probe.told).toEqual(['began with probe', 'ended', 'began with probe']);
  });

  it('are the same ones while the other side only lost the server', async () => {
    await world.enter([peerOf('a')]);
    world.connection.push('room:peer-left', { peerId: peerOf('a').peerId, reason: 'disconnected' });
    world.connection.push('room:peer-joined', { peer: peerOf('a') });
    expect(world.probe.told).toEqual(['began with probe']);
  });

  it('end with the visit, and then the tool lets go of everything', async () => {
    await world.enter([peerOf('a')]);
    world.session.leave();
    world.session.leave();
    expect(world.probe.told).toEqual(['began with probe', 'ended', 'closed']);
  });
});
