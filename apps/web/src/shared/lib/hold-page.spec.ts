import { describe, expect, it } from '@jest/globals';
import { loadInCall, mustStay } from './load-in-call';

describe('loadInCall', () => {
  it('keeps the page while any import is under way, whether it succeeds or fails', async () => {
    let come: (code: string) => void = () => undefined;
    const first = loadInCall(() => new Promise<string>((resolve) => (come = resolve)));
    const second = loadInCall(() => Promise.reject(new Error('no network')));
    expect(mustStay()).toBe(true);
    await expect(second).rejects.toThrow('no network');
    expect(mustStay()).toBe(true);
    come('code');
    await expect(first).resolves.toBe('code');
    expect(mustStay()).toBe(false);
  });
});
