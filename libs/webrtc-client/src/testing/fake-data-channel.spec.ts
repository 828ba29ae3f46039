import { describe, expect, it } from '@jest/globals';
import { FakeDataChannel } from './fake-data-channel';
import { settle } from './manual-clock';

describe('FakeDataChannel', () => {
  it('carries messages once joined, and closing one end closes the other', async () => {
    const [near, far] = [new FakeDataChannel('x', 1), new FakeDataChannel('x', 1)];
    const log: unknown[] = [];
    for (const type of ['open', 'message', 'error', 'close']) {
      far.addEventListener(type, ({ data }: { data?: unknown }) => log.push(data ?? type));
    }
    expect(() => near.send('early')).toThrow('InvalidStateError');
    near.join(far);
    near.send('hello');
    await settle();
    near.close();
    near.close();
    await settle();
    expect(log).toEqual(['open', 'hello', 'error', 'close']);
    expect([near.readyState, far.readyState, near.sent]).toEqual(['closed', 'closed', ['hello']]);
  });
});
