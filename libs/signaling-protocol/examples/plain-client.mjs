/**
 * A mentor that is not Ieum's own web app: a plain Socket.IO client that follows PROTOCOL.md alone. It logs in, waits on
 * the live list, accepts the first request, enters the room, answers the student's offers with whatever `answer` makes
 * of them, and leaves when the consult closes. It relays signaling only; a real client hands it to its WebRTC stack.
 *
 *   node plain-client.mjs http://localhost:3000 mentor1@demo.ieum PASSWORD
 */
import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';

const PROTOCOL = 2;
const [origin, email, password] = process.argv.slice(2);
if (!origin || !email || !password) {
  console.error('usage: plain-client.mjs ORIGIN EMAIL PASSWORD');
  process.exit(2);
}

const login = await fetch(`${origin}/api/auth/login`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email, password }),
});
if (!login.ok) {
  console.error('login refused:', (await login.json()).error.code);
  process.exit(1);
}
const { accessToken } = await login.json();

const socket = io(origin, { transports: ['websocket'], auth: { token: accessToken, protocol: PROTOCOL } });
const say = (what) => console.log(JSON.stringify(what));

/** Sends a request and returns the data of its answer; a refusal is thrown with its code. */
async function request(name, payload) {
  const answer = await socket.timeout(5000).emitWithAck(name, payload);
  if (!answer.ok) throw Object.assign(new Error(answer.error.code), { code: answer.error.code });
  return answer.data;
}

/** Accepts a card; that another mentor was faster is no failure. */
async function accept(card) {
  try {
    const { consult } = await request('consult:accept', { consultId: card.id });
    say({ accepted: consult.id, student: consult.student.nickname });
    const { peers } = await request('room:join', { consultId: consult.id, peerId: randomUUID() });
    say({ joined: consult.id, peers: peers.map((peer) => ({ role: peer.role, polite: peer.polite })) });
  } catch (error) {
    say({ refused: error.code ?? String(error) });
  }
}

socket.on('connect_error', (error) => {
  console.error('refused:', error.data?.code ?? error.message);
  process.exit(1);
});
socket.on('connect', async () => {
  const { rev, cards } = await request('list:subscribe', {});
  say({ subscribed: rev, waiting: cards.length });
  if (cards[0]) await accept(cards[0]);
});
socket.on('list:changed', async ({ added }) => {
  if (added[0]) await accept(added[0]);
});
socket.on('room:peer-joined', ({ peer }) => say({ peerJoined: peer.role, polite: peer.polite }));
socket.on('signal:description', async ({ from, connection, description }) => {
  say({ description: description.type });
  if (description.type === 'offer') {
    const answer = { type: 'answer', sdp: description.sdp };
    await request('signal:description', { to: from, connection, description: answer });
  }
});
socket.on('signal:candidate', ({ candidate }) => say({ candidate: candidate ? 'one' : 'end' }));
socket.on('signal:renew', ({ connection }) => say({ renew: connection }));
socket.on('consult:changed', ({ consult }) => {
  say({ status: consult.status });
  if (['ended', 'cancelled', 'expired'].includes(consult.status)) socket.disconnect();
});
socket.on('session:ended', ({ code }) => say({ sessionEnded: code }));
