import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const HTML =
  '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/entry.js"></script>';

/**
 * Serves one page with one script. Its sockets hand what they are told to every other one: the barest way for two pages
 * to find each other.
 * @returns {Promise<string>} the origin
 */
export async function startPageServer(stage, script) {
  const server = createServer(({ url }, response) => {
    const isScript = url === '/entry.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : HTML);
  });
  const relay = new WebSocketServer({ server });
  relay.on('connection', (socket) => {
    socket.on('message', (data) => {
      for (const other of relay.clients) if (other !== socket) other.send(data.toString());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stage.keep(server, async () => {
    for (const socket of relay.clients) socket.terminate();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return `http://127.0.0.1:${server.address().port}`;
}
