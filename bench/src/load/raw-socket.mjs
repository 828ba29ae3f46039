import { WebSocket } from 'ws';

/**
 * Just enough of a Socket.IO 4 client (Engine.IO protocol 4, Socket.IO protocol 5) to load a server: it costs a tenth
 * of the real one, so that one core of load can fill one core of server, and it never parses what it only counts.
 */
export class RawSocket {
  /** Called with each push as it came, `42["name",…]`. */
  onPush = () => undefined;
  #websocket;
  #nextId = 0;
  #waiting = new Map();

  constructor(websocket) {
    this.#websocket = websocket;
  }

  /** Connects and waits until the server has let the socket in. */
  static connect(url, auth, localAddress) {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const websocket = new WebSocket(address, { perMessageDeflate: false, ...(localAddress ? { localAddress } : {}) });
    const socket = new RawSocket(websocket);
    return new Promise((resolve, reject) => {
      websocket.once('error', reject);
      websocket.on('close', (code) => reject(new Error(`The server closed the socket (${code}).`)));
      websocket.on('message', (data) => socket.#received(data, auth, resolve, reject));
    });
  }

  /** Sends `["name", payload]`, the payload already as JSON; the answer comes as bytes. */
  ask(name, payload) {
    this.#nextId += 1;
    const id = this.#nextId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#websocket.send(`42${id}["${name}",${payload}]`);
    });
  }

  /** Asks and returns the data of the answer. @throws Error when it is refused */
  async request(name, value) {
    const [answered] = JSON.parse(await this.ask(name, JSON.stringify(value)));
    if (!answered.ok) throw new Error(`${name} was refused: ${JSON.stringify(answered.error)}`);
    return answered.data;
  }

  close() {
    const closed = new Promise((resolve) => this.#websocket.once('close', resolve));
    this.#websocket.close();
    return closed;
  }

  #received(data, auth, resolve, reject) {
    const engine = data[0];
    if (engine === PING) {
      this.#websocket.send('3');
    } else if (engine === OPEN) {
      this.#websocket.send(`40${JSON.stringify(auth)}`);
    } else if (engine === MESSAGE) {
      const packet = data[1];
      if (packet === EVENT) this.onPush(data);
      else if (packet === ACK) this.#acknowledged(data);
      else if (packet === CONNECT) resolve(this);
      else if (packet === CONNECT_ERROR) reject(new Error(`The server let nobody in: ${data}`));
    }
  }

  #acknowledged(data) {
    const start = data.indexOf('[');
    const id = Number(data.latin1Slice(2, start));
    const resolve = this.#waiting.get(id);
    this.#waiting.delete(id);
    resolve(data.subarray(start));
  }
}

const code = (character) => character.charCodeAt(0);
const [OPEN, PING, MESSAGE] = ['0', '2', '4'].map(code);
const [CONNECT, EVENT, ACK, CONNECT_ERROR] = ['0', '2', '3', '4'].map(code);
