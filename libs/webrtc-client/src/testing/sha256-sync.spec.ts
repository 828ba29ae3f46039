import { describe, expect, it } from '@jest/globals';
import { sha256Sync } from './sha256-sync';

describe('sha256Sync', () => {
  it('is SHA-256, at every length around a block', async () => {
    for (let length = 0; length < 200; length += 1) {
      const data = new Uint8Array(length).map((_, index) => index * 7);
      expect(sha256Sync(data)).toEqual(new Uint8Array(await crypto.subtle.digest('SHA-256', data)));
    }
  });
});
