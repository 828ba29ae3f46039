import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import { answer } from '../processes/child.mjs';

/**
 * The baseline of every socket row: Socket.IO with the product's options and nothing of the product. `BARE_AUTH` makes
 * it check the token's signature, `DATABASE_URL` lets it accept a consult with one UPDATE.
 */
const { PORT, BARE_AUTH, DATABASE_URL } = process.env;
const pool = DATABASE_URL ? new pg.Pool({ connectionString: DATABASE_URL, max: 5 }) : undefined;

const http = createServer((_request, response) => response.writeHead(404).end());
const io = new Server(http, {
  transports: ['websocket'],
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
  maxHttpBufferSize: 65_536,
  pingInterval: 10_000,
  pingTimeout: 8_000,
  connectTimeout: 10_000,
});

if (BARE_AUTH) {
  const key = createSecretKey(Buffer.from(BARE_AUTH));
  io.use((socket, next) => {
    const { token } = socket.handshake.auth;
    const end = token.lastIndexOf('.');
    const signature = createHmac('sha256', key).update(token.slice(0, end)).digest();
    if (!timingSafeEqual(signature, Buffer.from(token.slice(end + 1), 'base64url'))) {
      next(new Error('forged'));
      return;
    }
    const claims = JSON.parse(Buffer.from(token.slice(token.indexOf('.') + 1, end), 'base64url'));
    socket.data.user = claims;
    next(claims.exp * 1000 > Date.now() ? undefined : new Error('expired'));
  });
}

function relayDescription({ to, connection, description, commitment }, ack) {
  io.to(to).emit('signal:description', { from: this.data.peerId, connection, description, commitment });
  ack({ ok: true, data: {} });
}

function relayCandidate({ to, connection, candidate }, ack) {
  io.to(to).emit('signal:candidate', { from: this.data.peerId, connection, candidate });
  ack({ ok: true, data: {} });
}

function join({ peerId }, ack) {
  this.data.peerId = peerId;
  void this.join(peerId);
  ack({ ok: true, data: {} });
}

async function accept({ consultId, mentorId }, ack) {
  const { rows } = await pool.query({
    name: 'accept',
    text: `UPDATE consults SET status = 'matched', mentor_id = $2, matched_at = now(), revision = revision + 1
           WHERE id = $1 AND status = 'waiting' RETURNING *`,
    values: [consultId, mentorId],
  });
  const [consult] = rows;
  if (!consult) {
    ack({ ok: false });
    return;
  }
  io.to(consult.student_id).emit('consult:changed', { consult });
  ack({ ok: true, data: { consult } });
}

io.on('connection', (socket) => {
  const { channel } = socket.handshake.auth;
  if (channel) void socket.join(channel);
  socket.on('room:join', join);
  socket.on('signal:description', relayDescription);
  socket.on('signal:candidate', relayCandidate);
  socket.on('consult:accept', accept);
});

answer('push', ({ name, payload }) => {
  io.emit(name, payload);
});

http.listen(Number(PORT), '127.0.0.1');

process.once('SIGTERM', async () => {
  io.disconnectSockets(true);
  await io.close();
  await pool?.end();
  process.exit(0);
});
