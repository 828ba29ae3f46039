import { describe, expect, it } from '@jest/globals';
import { FakeDataChannel, namedError, settle } from '../testing';
import { TextChannel } from './text-channel';

function given() {
  const near = new FakeDataChannel('text', 1);
  const far = new FakeDataChannel('text', 1);
  const log: unknown[] = [];
  const text = new TextChannel({
    channel: near as unknown as RTCDataChannel,
    maxMessageBytes: 10,
    maxBufferedBytes: 100,
    onOpen: (open) => log.push(open ? 'open' : 'closed'),
    onMessage: (data) => log.push(data),
    onInvalid: () => log.push('invalid'),
    onFailure: (cause) => log.push(cause),
  });
  return { near, far, text, log };
}

describe('TextChannel', () => {
  it('sends only while open', () => {
    const { near, far, text, log } = given();
    expect([text.canSend, text.send('a')]).toEqual([false, false]);
    near.join(far);
    expect([text.isOpen, text.canSend, text.send('a')]).toEqual([true, true, true]);
    near.close();
    expect([text.isOpen, text.canSend, text.send('a')]).toEqual([false, false, false]);
    expect(log).toEqual(['open', 'closed']);
  });

  it('refuses a text longer than its limit, in bytes', () => {
    const { near, far, text } = given();
    near.join(far);
    expect([text.send('1234567890'), text.send('12345678901'), text.send('이음이음')]).toEqual([true, false, false]);
    expect(near.sent).toEqual(['1234567890']);
  });

  it('refuses what would not fit the buffer', () => {
    const { near, far, text } = given();
    near.join(far);
    near.bufferedAmount = 95;
    expect([text.canSend, text.send('12345'), text.send('123456')]).toEqual([true, true, false]);
    near.bufferedAmount = 100;
    expect(text.canSend).toBe(false);
  });

  it('drops binary and oversized messages and says so', async () => {
    const { near, far, log } = given();
    near.join(far);
    far.send(new ArrayBuffer(1));
    far.send('12345678901');
    far.send('fine');
    await settle();
    expect(log).toEqual(['open', 'invalid', 'invalid', 'fine']);
  });

  it('tells of a failure, but not of the other side’s closing, which browsers report as one', async () => {
    const { near, far, log } = given();
    near.join(far);
    const failure = Object.assign(namedError('OperationError'), { sctpCauseCode: null });
    near.fire('error', { error: failure });
    far.close();
    await settle();
    expect(log).toEqual(['open', failure, 'closed']);
  });

  it('lets go of the channel when closed', () => {
    const { near, far, text, log } = given();
    near.join(far);
    text.close();
    expect([near.readyState, near.listenerCount]).toEqual(['closed', 0]);
    expect(log).toEqual(['open']);
  });
});
