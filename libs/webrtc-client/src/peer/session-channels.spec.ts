import { describe, expect, it } from '@jest/globals';
import { MAX_MESSAGE_BYTES } from '../data/session-channel';
import { FakeDataChannel, FakePeerConnection, settle } from '../testing';
import { SessionChannels } from './session-channels';

function given() {
  const connection = new FakePeerConnection();
  const log: unknown[] = [];
  const channels = new SessionChannels({
    extra: [{ label: 'document' }, { label: 'cursors', ordered: false, maxRetransmits: 0 }],
    onControlOpen: () => log.push('control open'),
    onControl: (message) => log.push(message),
    onOpen: (open) => log.push(open),
    onMessage: (data) => log.push(data),
    onPulse: () => log.push('pulse'),
    onError: ({ reason }) => log.push(reason),
  });
  channels.attach(connection as unknown as RTCPeerConnection);
  const far = connection.channels.map(({ label, id }) => new FakeDataChannel(label, id));
  const open = () => {
    connection.channels.forEach((channel, index) => far[index] && channel.join(far[index]));
    log.length = 0;
  };
  return { connection, channels, far, open, log };
}

const MEDIA = { type: 'media', microphone: true, camera: false, screen: false } as const;

describe('SessionChannels', () => {
  it('are numbered, so that both sides know them without a word', () => {
    const { connection } = given();
    expect(connection.channels.map(({ label, id }) => [label, id])).toEqual([
      ['control', 0],
      ['application', 1],
      ['pulse', 2],
      ['document', 3],
      ['cursors', 4],
    ]);
  });

  it('drop hostile control messages with an error each, and read the next good one', async () => {
    const { far, open, log } = given();
    open();
    const hostile = ['{', '{"type":"media"}', 'x'.repeat(1_025), new ArrayBuffer(8)];
    for (const data of [...hostile, JSON.stringify(MEDIA)]) far[0]?.send(data);
    await settle();
    expect(log).toEqual([...hostile.map(() => 'control-message-invalid'), MEDIA]);
  });

  it('drop binary and oversized application messages with an error each', async () => {
    const { far, open, log } = given();
    open();
    for (const data of [new ArrayBuffer(8), 'x'.repeat(MAX_MESSAGE_BYTES + 1), '안녕']) far[1]?.send(data);
    await settle();
    expect(log).toEqual(['message-invalid', 'message-invalid', '안녕']);
  });

  it('beat, and hear the other side’s beat', async () => {
    const { channels, connection, far, open, log } = given();
    channels.beat();
    open();
    channels.beat();
    far[2]?.send('.');
    await settle();
    expect(connection.channels[2]?.sent).toHaveLength(1);
    expect(log).toEqual(['pulse']);
  });

  it('give the application its own by name', async () => {
    const { channels, far, open } = given();
    open();
    const seen: unknown[] = [];
    channels.named('document').on('message', (data) => seen.push(data));
    far[3]?.send('a');
    await settle();
    expect(seen).toEqual(['a']);
    expect(() => channels.named('nothing')).toThrow(RangeError);
  });

  it('tell of a broken channel', () => {
    const { connection, open, log } = given();
    open();
    connection.channels[0]?.fire('error', { error: { sctpCauseCode: 1 } });
    expect(log).toEqual(['channel-failed']);
  });

  it('close all and let go', () => {
    const { connection, channels, open } = given();
    open();
    channels.close();
    for (const { readyState, listenerCount } of connection.channels) {
      expect([readyState, listenerCount]).toEqual(['closed', 0]);
    }
  });
});
