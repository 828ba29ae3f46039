import { describe, expect, it } from '@jest/globals';
import { DegradedParts } from './degraded-parts';

/** A connection of which only the pushes and the moments of connecting matter. */
class FakeConnection {
  connect = (): void => undefined;
  push = (_payload: { parts: ['other-nodes'] | [] }): void => undefined;
  onConnect = (listener: () => void) => {
    this.connect = listener;
    return () => undefined;
  };
  on = (_name: string, listener: never) => {
    this.push = listener;
    return () => undefined;
  };
}

describe('DegradedParts', () => {
  it('has what the server said last, and tells who listens', () => {
    const connection = new FakeConnection();
    const parts = new DegradedParts(connection);
    const seen: (readonly string[])[] = [];
    const stop = parts.subscribe(() => seen.push(parts.getSnapshot()));
    connection.push({ parts: ['other-nodes'] });
    connection.push({ parts: [] });
    stop();
    connection.push({ parts: ['other-nodes'] });
    expect(seen).toEqual([['other-nodes'], []]);
    expect(parts.getSnapshot()).toEqual(['other-nodes']);
  });

  it('forgets with a new connection, which may be to another node', () => {
    const connection = new FakeConnection();
    const parts = new DegradedParts(connection);
    connection.push({ parts: ['other-nodes'] });
    connection.connect();
    expect(parts.getSnapshot()).toEqual([]);
  });
});
