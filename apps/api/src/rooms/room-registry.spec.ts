import { describe, expect, it } from '@jest/globals';
import { isPolite, RoomRegistry, type Seat } from './room-registry';

const seat = (changes: Partial<Seat> = {}): Seat => ({
  peerId: 'p1',
  consultId: 'consult',
  kind: 'tutoring',
  userId: 'student',
  role: 'student',
  nickname: 'Haru',
  connectionId: 'c1',
  nodeId: 'node 1',
  order: 1,
  ...changes,
});
const mentor = seat({ peerId: 'p2', userId: 'mentor', role: 'mentor', connectionId: 'c2' });

describe('RoomRegistry', () => {
  it('shows each member the other one only', () => {
    const registry = new RoomRegistry();
    registry.sit(seat());
    registry.sit(mentor);
    expect(registry.othersOf(seat())).toEqual([mentor]);
    expect(registry.othersOf(mentor)).toEqual([seat()]);
  });

  it('keeps rooms apart', () => {
    const registry = new RoomRegistry();
    registry.sit(seat());
    registry.sit({ ...mentor, consultId: 'another' });
    expect(registry.othersOf(seat())).toEqual([]);
  });

  it('gives a user one seat: a second tab gets it and the first is returned', () => {
    const registry = new RoomRegistry();
    registry.sit(seat());
    const second = seat({ peerId: 'p3', connectionId: 'c3' });
    expect(registry.sit(second)).toEqual(seat());
    expect(registry.seatOf('c1')).toBeUndefined();
    expect(registry.seatOf('c3')).toEqual(second);
  });

  it('refuses the peer id of another user of the room', () => {
    const registry = new RoomRegistry();
    registry.sit(seat());
    expect(() => registry.sit({ ...mentor, peerId: 'p1' })).toThrow(
      expect.objectContaining({ code: 'rooms/peer-id-taken' }),
    );
    expect(registry.othersOf(mentor)).toEqual([seat()]);
  });

  it('does not free the seat that a late connection no longer holds', () => {
    const registry = new RoomRegistry();
    registry.sit(seat());
    registry.sit(seat({ connectionId: 'c9' }));
    expect(registry.stand('c1')).toBeUndefined();
    expect(registry.seatOf('c9')).toBeDefined();
  });

  it('empties a room that closed', () => {
    const registry = new RoomRegistry();
    registry.sit(seat());
    registry.sit(mentor);
    expect(registry.clear('consult')).toHaveLength(2);
    expect(registry.seatOf('c1')).toBeUndefined();
    expect(registry.clear('consult')).toEqual([]);
  });

  it('makes the mentor the polite one of a pair', () => {
    expect([isPolite(mentor), isPolite(seat())]).toEqual([true, false]);
  });

  it('keeps the seat that it gave before it was told of an older one elsewhere', () => {
    const registry = new RoomRegistry();
    const here = seat({ order: registry.nextOrder(5_000) });
    registry.sit(here);
    expect(registry.copy(seat({ connectionId: 'c0', nodeId: 'node 0', order: 4_000 }))).toBe('late');
    expect(registry.stand('c0')).toBeUndefined();
    expect(registry.seatOf('c1')).toEqual(here);
  });

  it('copies seats of other nodes, which its own see and are seen by', () => {
    const registry = new RoomRegistry();
    const elsewhere = { ...mentor, nodeId: 'node 2' };
    expect(registry.copy(elsewhere)).toEqual({ previous: undefined });
    registry.sit(seat());
    expect(registry.othersOf(seat())).toEqual([elsewhere]);
    expect(registry.seatsOn('node 2')).toEqual([elsewhere]);
    expect(registry.copy(elsewhere)).toBe('late');
  });

  it.each([
    ['first here', ['node 1', 'node 2']],
    ['first there', ['node 2', 'node 1']],
  ])('lets the same of two seats win that one user took at once: told %s', (_, order) => {
    const registry = new RoomRegistry();
    for (const nodeId of order) registry.copy(seat({ nodeId, peerId: nodeId, connectionId: nodeId }));
    expect(registry.seatOf('node 2')).toMatchObject({ peerId: 'node 2' });
    expect(registry.seatOf('node 1')).toBeUndefined();
  });

  it('gives a seat a later place than all it has seen', () => {
    const registry = new RoomRegistry();
    registry.copy({ ...mentor, nodeId: 'node 2', order: 7 });
    expect([registry.nextOrder(5), registry.nextOrder(1_000)]).toEqual([8, 1_000]);
  });
});
