const CANDIDATE = {
  candidate:
    'candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 0.0.0.0 rport 0 generation 0 ufrag EsAw',
  sdpMid: '0',
  sdpMLineIndex: 0,
  usernameFragment: 'EsAw',
};

const SDP_LINES = ['v=0', 'o=- 4611731400430051336 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0 1 2'];
const CODEC_LINES = [
  'a=rtcp-fb:96 goog-remb',
  'a=rtcp-fb:96 transport-cc',
  'a=rtcp-fb:96 ccm fir',
  'a=rtcp-fb:96 nack pli',
];

/** Text of this many bytes that looks like SDP (RFC 8866): short lines with CRLF. */
function sdpOf(bytes) {
  const lines = [...SDP_LINES];
  while (lines.join('\r\n').length < bytes) lines.push(...CODEC_LINES);
  return lines.join('\r\n').slice(0, bytes);
}

/** What is relayed: the event, and what goes with it to a peer. `burst` is what one socket may send at once. */
export const RELAYED = [
  { title: 'candidate, 200 B', name: 'signal:candidate', burst: 60, body: { connection: 0, candidate: CANDIDATE } },
  {
    title: 'description, 200 B',
    name: 'signal:description',
    burst: 30,
    body: { connection: 0, description: { type: 'answer', sdp: sdpOf(200) } },
  },
  {
    title: 'description, 2 KB',
    name: 'signal:description',
    burst: 30,
    body: { connection: 0, description: { type: 'offer', sdp: sdpOf(2000) } },
  },
];
