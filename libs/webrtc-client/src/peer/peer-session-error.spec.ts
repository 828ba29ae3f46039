import { describe, expect, it } from '@jest/globals';
import { PeerSessionError } from './peer-session-error';

describe('PeerSessionError', () => {
  it('has a reason to switch on, and keeps what the browser threw as its cause, out of its message', () => {
    const cause = new Error('Failed to parse v=0 o=- secret');
    const error = new PeerSessionError('negotiation-failed', { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'PeerSessionError', reason: 'negotiation-failed', cause });
    expect(error.message).toBe('peer session: negotiation-failed');
  });
});
