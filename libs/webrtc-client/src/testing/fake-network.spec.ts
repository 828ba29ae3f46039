import { describe, expect, it } from '@jest/globals';
import { FakeNetwork } from './fake-network';
import { FakePeerConnection } from './fake-peer-connection';

const NONE = { type: 'offer' as const, sdp: '' };

async function negotiate(from: FakePeerConnection, to: FakePeerConnection): Promise<void> {
  await from.setLocalDescription();
  await to.setRemoteDescription(from.localDescription ?? NONE);
  await to.setLocalDescription();
  await from.setRemoteDescription(to.localDescription ?? NONE);
}

describe('FakeNetwork', () => {
  it('connects two that negotiated with each other, and opens their channels', async () => {
    const network = new FakeNetwork();
    const [a, b, stranger] = [1, 2, 3].map(() => new FakePeerConnection({}, network)) as [
      FakePeerConnection,
      FakePeerConnection,
      FakePeerConnection,
    ];
    const channels = [a, b].map((one) => one.createDataChannel('x', { negotiated: true, id: 5 }));
    await negotiate(a, b);
    expect([a, b, stranger].map(({ connectionState }) => connectionState)).toEqual(['connected', 'connected', 'new']);
    expect(channels.map(({ readyState }) => readyState)).toEqual(['open', 'open']);
    a.close();
    expect(b.connectionState).toBe('disconnected');
  });

  it('can be cut and mended, at once or for the next negotiation', async () => {
    const network = new FakeNetwork();
    const [a, b] = [new FakePeerConnection({}, network), new FakePeerConnection({}, network)];
    a.addTransceiver('audio');
    await negotiate(a, b);
    network.cut('failed');
    await negotiate(a, b);
    expect([a.connectionState, b.iceConnectionState]).toEqual(['failed', 'failed']);
    network.mend();
    expect(a.connectionState).toBe('failed');
    await negotiate(a, b);
    expect(a.connectionState).toBe('connected');
    network.cut();
    expect(a.connectionState).toBe('disconnected');
    network.mend({ now: true });
    expect([a.connectionState, b.connectionState]).toEqual(['connected', 'connected']);
  });
});
