import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@ieum/webrtc-client/testing';
import type { RoomTool, RunningTool, ToolOffer } from '../tools/tool';
import { RoomTools } from './room-tools';
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

describe('a tool that some rooms have', () => {
  const link = (tools: readonly RoomTool[]) =>
    new RoomTools({
      tools,
      room: { id: '00000000-0000-4000-8000-000000000001', kind: 'tutoring', role: 'mentor' },
      storeOf: () => ({ read: () => null, write: () => undefined }),
      loadDocument: () => Promise.reject(new Error('nobody wants it')),
      documentOpened: { read: () => false, write: () => undefined },
      clock: new ManualClock(),
      onError: () => undefined,
    });
  const running = (offer: ToolOffer): RunningTool => ({
    id: 'some',
    useName: () => 'Some',
    Icon: () => null,
    shortcut: 'KeyX',
    model: { unread: () => 0, setVisible: () => undefined, subscribe: () => () => undefined },
    renderPanel: () => null,
    renderNews: () => null,
    offer,
  });

  it('does not run in the others', () => {
    expect(link([{ id: 'some', channels: [], start: () => null }]).running).toEqual([]);
  });

  it('lets go of what tells whether it is there, with the visit', () => {
    let closed = 0;
    const offer = { isThere: () => false, subscribe: () => () => undefined, close: () => (closed += 1) };
    const tools = link([{ id: 'some', channels: [], start: () => running(offer) }]);
    expect(tools.running.map(({ id }) => id)).toEqual(['some']);
    tools.close();
    expect(closed).toBe(1);
  });
});
