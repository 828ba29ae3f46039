import { describe, expect, it } from '@jest/globals';
import { EarlyOffer } from './early-offer';

const SDP = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'c=IN IP4 0.0.0.0',
  '',
];
const offerOf = (lines: readonly string[], type = 'offer') => ({
  peerId: '00000000-0000-4000-8000-00000000000a',
  description: { type, sdp: lines.join('\r\n') },
});

describe('An early offer', () => {
  it('is an offer without a candidate', () => {
    expect(EarlyOffer.safeParse(offerOf(SDP)).success).toBe(true);
    expect(EarlyOffer.safeParse(offerOf(SDP, 'answer')).success).toBe(false);
  });

  it.each([
    'a=candidate:1 1 udp 2113937151 192.0.2.7 51000 typ host',
    'A=CANDIDATE:1 1 udp 2113937151 192.0.2.7 51000 typ host',
    'c=IN IP4 192.0.2.7',
    'c=IN IP6 2001:db8::7',
  ])('shows nobody’s address (%s)', (line) => {
    expect(EarlyOffer.safeParse(offerOf([...SDP, line, ''])).success).toBe(false);
    expect(EarlyOffer.safeParse(offerOf([line, ...SDP])).success).toBe(false);
  });
});
