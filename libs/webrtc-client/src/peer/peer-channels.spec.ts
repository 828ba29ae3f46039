import { describe, expect, it } from '@jest/globals';
import { FakeDataChannel, FakePeerConnection, settle } from '../testing';
import { MAX_BUFFERED_BYTES, MAX_MESSAGE_BYTES, PeerChannels } from './peer-channels';

function given() {
  const connection = new FakePeerConnection();
  const log: unknown[] = [];
  const channels = new PeerChannels({
    connection: connection as unknown as RTCPeerConnection,
    onControlOpen: () => log.push('control open'),
    onRemoteMedia: (media) => log.push(media),
    onOpen: (open) => log.push(open),
    onMessage: (data) => log.push(data),
    onError: ({ reason }) => log.push(reason),
  });
  const far = connection.channels.map(({ label, id }) => new FakeDataChannel(label, id));
  const open = () => connection.channels.forEach((channel, index) => far[index] && channel.join(far[index]));
  return { connection, channels, far, open, log };
}

describe('PeerChannels', () => {
  it('are two, numbered, so that both sides know them without a word', () => {
    const { connection, log, open } = given();
    expect(connection.channels.map(({ label, id }) => [label, id])).toEqual([
      ['control', 0],
      ['application', 1],
    ]);
    open();
    expect(log).toEqual(['control open', true]);
  });

  it('drop hostile control messages with an error each, and read the next good one', async () => {
    const { far, open, log } = given();
    open();
    log.length = 0;
    const hostile = ['{', '{"type":"media"}', 'x'.repeat(1_025), new ArrayBuffer(8)];
    for (const data of [...hostile, '{"type":"media","microphone":true,"camera":false}']) far[0]?.send(data);
    await settle();
    expect(log).toEqual([...hostile.map(() => 'control-message-invalid'), { microphone: true, camera: false }]);
  });

  it('drop binary and oversized application messages with an error each', async () => {
    const { far, open, log } = given();
    open();
    log.length = 0;
    for (const data of [new ArrayBuffer(8), 'x'.repeat(MAX_MESSAGE_BYTES + 1), '안녕']) far[1]?.send(data);
    await settle();
    expect(log).toEqual(['message-invalid', 'message-invalid', '안녕']);
  });

  it('refuse to send what is too long or would wait too long', () => {
    const { connection, channels, open } = given();
    open();
    expect(channels.send('x'.repeat(MAX_MESSAGE_BYTES))).toBe(true);
    expect(channels.send('x'.repeat(MAX_MESSAGE_BYTES + 1))).toBe(false);
    const [, application] = connection.channels;
    if (application) application.bufferedAmount = MAX_BUFFERED_BYTES;
    expect([channels.canSend, channels.isOpen, channels.send('a')]).toEqual([false, true, false]);
  });

  it('tell of a broken channel', () => {
    const { connection, open, log } = given();
    open();
    connection.channels[0]?.fire('error', { error: { sctpCauseCode: 1 } });
    expect(log.at(-1)).toBe('channel-failed');
  });

  it('close both and let go', () => {
    const { connection, channels, open } = given();
    open();
    channels.close();
    expect(connection.channels.map(({ readyState, listenerCount }) => [readyState, listenerCount])).toEqual([
      ['closed', 0],
      ['closed', 0],
    ]);
  });
});
