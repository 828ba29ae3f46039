import { describe, expect, it } from '@jest/globals';
import { FakeDataChannel, FakePeerConnection, namedError, settle } from '../testing';
import { MAX_BUFFERED_BYTES, SessionChannel } from './session-channel';

function given() {
  const log: unknown[] = [];
  const channel = new SessionChannel({
    label: 'notes',
    id: 3,
    maxMessageBytes: 10,
    onInvalid: () => log.push('invalid'),
    onFailure: (cause) => log.push(cause),
  });
  channel.on('open', (open) => log.push(open ? 'open' : 'closed'));
  channel.on('message', (data) => log.push(data));
  channel.on('drain', () => log.push('drain'));
  const connect = () => {
    const connection = new FakePeerConnection();
    channel.attach(connection as unknown as RTCPeerConnection);
    const near = connection.channels[0] ?? new FakeDataChannel('none', -1);
    const far = new FakeDataChannel('notes', 3);
    near.join(far);
    return { near, far };
  };
  return { channel, connect, log };
}

describe('SessionChannel', () => {
  it('sends only while open', () => {
    const { channel, connect, log } = given();
    expect([channel.canSend, channel.send('a'), channel.bufferedAmount]).toEqual([false, false, 0]);
    const { near } = connect();
    expect([channel.isOpen, channel.canSend, channel.send('a')]).toEqual([true, true, true]);
    near.close();
    expect([channel.isOpen, channel.canSend, channel.send('a')]).toEqual([false, false, false]);
    expect(log).toEqual(['open', 'closed']);
  });

  it('carries texts and bytes up to its limit, in bytes', async () => {
    const { channel, connect, log } = given();
    const { near, far } = connect();
    const bytes = new Uint8Array(10);
    expect([channel.send('1234567890'), channel.send('12345678901'), channel.send('이음이음')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([channel.send(bytes), channel.send(new Uint8Array(11))]).toEqual([true, false]);
    expect(near.sent).toEqual(['1234567890', bytes]);
    for (const data of [new ArrayBuffer(10), new ArrayBuffer(11), '12345678901', new Blob(['a']), 'fine'])
      far.send(data);
    await settle();
    expect(log).toEqual(['open', new ArrayBuffer(10), 'invalid', 'invalid', 'invalid', 'fine']);
  });

  it('refuses what would not fit the browser’s buffer, and tells when it drained', () => {
    const { channel, connect, log } = given();
    const { near } = connect();
    near.bufferedAmount = MAX_BUFFERED_BYTES - 5;
    expect([channel.canSend, channel.send('12345'), channel.send('123456')]).toEqual([true, true, false]);
    near.bufferedAmount = MAX_BUFFERED_BYTES;
    expect(channel.canSend).toBe(false);
    expect(near.bufferedAmountLowThreshold).toBe(262_144);
    near.fire('bufferedamountlow');
    expect(log).toEqual(['open', 'drain']);
  });

  it('goes on over another connection, with the same listeners', async () => {
    const { channel, connect, log } = given();
    const before = connect();
    const { far } = connect();
    expect([before.near.readyState, before.near.listenerCount]).toEqual(['closed', 0]);
    far.send('again');
    await settle();
    expect(channel.isOpen).toBe(true);
    expect(log).toEqual(['open', 'closed', 'open', 'again']);
  });

  it('tells of a failure, but not of the other side’s closing, which browsers report as one', async () => {
    const { connect, log } = given();
    const { near, far } = connect();
    const failure = Object.assign(namedError('OperationError'), { sctpCauseCode: null });
    near.fire('error', { error: failure });
    far.close();
    await settle();
    expect(log).toEqual(['open', failure, 'closed']);
  });

  it('lets go of everything when closed, after saying so', () => {
    const { channel, connect, log } = given();
    const { near } = connect();
    channel.close();
    expect([near.readyState, near.listenerCount]).toEqual(['closed', 0]);
    expect(log).toEqual(['open', 'closed']);
  });
});
