import { describe, expect, it } from '@jest/globals';
import { linkHealthOf, peerStateOf } from './peer-state';

describe('linkHealthOf', () => {
  it.each([
    ['new', 'new', 'pending'],
    ['connecting', 'checking', 'pending'],
    ['connecting', 'connected', 'pending'],
    ['connected', 'connected', 'up'],
    ['connected', 'completed', 'up'],
    ['connected', 'disconnected', 'shaky'],
    ['disconnected', 'disconnected', 'shaky'],
    ['disconnected', 'failed', 'down'],
    ['failed', 'connected', 'down'],
    ['failed', 'failed', 'down'],
    ['closed', 'closed', 'down'],
  ] as const)('connection %s with ICE %s is %s', (connection, ice, health) => {
    expect(linkHealthOf(connection, ice)).toBe(health);
  });
});

describe('peerStateOf', () => {
  const fresh = { wasConnected: false, gaveUp: false };
  it.each([
    ['up', fresh, 'connected'],
    ['pending', fresh, 'connecting'],
    ['down', fresh, 'connecting'],
    ['down', { wasConnected: false, gaveUp: true }, 'failed'],
    ['pending', { wasConnected: true, gaveUp: false }, 'reconnecting'],
    ['shaky', { wasConnected: true, gaveUp: false }, 'reconnecting'],
    ['down', { wasConnected: true, gaveUp: true }, 'failed'],
    ['up', { wasConnected: true, gaveUp: true }, 'connected'],
  ] as const)('a path that is %s after %p is %s', (health, history, state) => {
    expect(peerStateOf(health, history)).toBe(state);
  });
});
