import { describe, expect, it } from '@jest/globals';
import type { Consult } from '@ieum/signaling-protocol';
import { closedMeeting } from './closed-meeting';

const consult: Consult = {
  id: '00000000-0000-4000-8000-000000000001',
  revision: 3,
  kind: 'tutoring',
  topic: 'math',
  message: 'help',
  language: 'en',
  readiness: null,
  carries: null,
  status: 'cancelled',
  role: 'student',
  student: { nickname: 'Mina' },
  mentor: { nickname: 'Seoyeon', line: '' },
  createdAt: '2026-11-21T08:00:00.000Z',
  matchedAt: '2026-11-21T08:01:00.000Z',
  liveAt: null,
  closedAt: '2026-11-21T08:02:00.000Z',
  volunteerSeconds: 0,
  feedback: 'none',
};

describe('what is told about a meeting that did not begin', () => {
  it('says that this side cancelled it', () => {
    expect(closedMeeting(consult, true)).toEqual({ closedBy: 'me', partner: 'Seoyeon' });
  });

  it('names the other side that cancelled it', () => {
    expect(closedMeeting(consult, false)).toEqual({ closedBy: 'partner', partner: 'Seoyeon' });
    expect(closedMeeting({ ...consult, role: 'mentor' }, false)).toEqual({ closedBy: 'partner', partner: 'Mina' });
  });

  it('blames nobody when the time ran out', () => {
    expect(closedMeeting({ ...consult, status: 'expired' }, false)?.closedBy).toBe('nobody');
  });

  it('tells nothing of a consult that ended as it should', () => {
    expect(closedMeeting({ ...consult, status: 'ended' }, false)).toBeNull();
  });
});
