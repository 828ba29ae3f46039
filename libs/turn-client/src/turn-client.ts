import { randomBytes } from 'node:crypto';
import { connect, type Connection, type ConnectOptions, NoAnswer } from './connection';
import { isSignedWith, longTermKey, sign } from './message-integrity';
import { decodeChannelData, encodeChannelData, isChannelData } from './packets';
import {
  type Attribute,
  attributeOf,
  BadMessage,
  decodeMessage,
  encodeMessage,
  type StunMessage,
} from './stun-message';
import type { TurnServer } from './turn-uri';
import { decodeXorAddress, encodeXorAddress, type TransportAddress } from './xor-address';

export interface LogIn {
  readonly username: string;
  readonly credential: string;
}

/** The server said no, with a code of RFC 8489 section 14.8 or RFC 8656 section 19. */
export class TurnRefused extends Error {
  constructor(readonly code: number) {
    super(`The relay refused (${code}).`);
  }
}

const METHOD = {
  allocate: 0x003,
  refresh: 0x004,
  send: 0x006,
  data: 0x007,
  permission: 0x008,
  channel: 0x009,
} as const;
const USERNAME = 0x0006;
const ERROR_CODE = 0x0009;
const CHANNEL_NUMBER = 0x000c;
const LIFETIME = 0x000d;
const XOR_PEER_ADDRESS = 0x0012;
const DATA = 0x0013;
const REALM = 0x0014;
const NONCE = 0x0015;
const XOR_RELAYED_ADDRESS = 0x0016;
const REQUESTED_ADDRESS_FAMILY = 0x0017;
const REQUESTED_TRANSPORT = 0x0019;
const UDP = Buffer.from([17, 0, 0, 0]);
const FIRST_CHANNEL = 0x4000;
const UNAUTHENTICATED = 401;
const STALE_NONCE = 438;

/** Over UDP a request is sent again after this, and after twice as long each time (RFC 8489, section 6.2.1). */
const FIRST_RETRANSMISSION_MS = 500;

interface Asked {
  readonly request: StunMessage;
  readonly answer: (message: StunMessage) => void;
  readonly fail: (reason: Error) => void;
}

/** One allocation on a TURN server (RFC 8656). Everything ends with the `signal` that it was opened with. */
export class TurnClient {
  private readonly asked = new Map<string, Asked>();
  private readonly channels = new Map<number, TransportAddress>();
  private received: (data: Buffer, from: TransportAddress) => void = () => undefined;
  private known: readonly Attribute[] = [];
  private key: Buffer | undefined;
  private ended: Error | undefined;

  private constructor(
    private readonly connection: Connection,
    private readonly logIn: LogIn,
    signal: AbortSignal,
  ) {
    connection.listen(
      (packet) => this.read(packet),
      (reason) => this.end(reason),
    );
    signal.addEventListener('abort', () => this.end(new NoAnswer('The relay did not answer in time.')), { once: true });
  }

  /** @throws NoAnswer, or what the system says: ECONNREFUSED, a certificate that is not trusted */
  static async connect(server: TurnServer, logIn: LogIn, options: ConnectOptions): Promise<TurnClient> {
    return new TurnClient(await connect(server, options), logIn, options.signal);
  }

  /** Asks for a relay address. @throws TurnRefused, NoAnswer */
  async allocate(family: 4 | 6 = 4): Promise<TransportAddress> {
    const answer = await this.askSigned(METHOD.allocate, () => [
      [REQUESTED_TRANSPORT, UDP],
      // Version 4 is meant where none is named, and there are servers that know no other.
      ...(family === 6 ? ([[REQUESTED_ADDRESS_FAMILY, Buffer.from([2, 0, 0, 0])]] as const) : []),
    ]);
    const relayed = attributeOf(answer, XOR_RELAYED_ADDRESS);
    if (!relayed) throw new BadMessage('An allocation without an address.');
    return decodeXorAddress(relayed, answer.id);
  }

  /** Asks to be relayed to an address. @throws TurnRefused, NoAnswer */
  async permit(address: string): Promise<void> {
    await this.askSigned(METHOD.permission, (id) => [[XOR_PEER_ADDRESS, encodeXorAddress({ address, port: 0 }, id)]]);
  }

  /** Opens a channel to a peer, with the permission that it needs. @throws TurnRefused, NoAnswer */
  async bind(peer: TransportAddress): Promise<number> {
    const channel = FIRST_CHANNEL + this.channels.size;
    const number = Buffer.alloc(4);
    number.writeUInt16BE(channel, 0);
    await this.askSigned(METHOD.channel, (id) => [
      [CHANNEL_NUMBER, number],
      [XOR_PEER_ADDRESS, encodeXorAddress(peer, id)],
    ]);
    this.channels.set(channel, peer);
    return channel;
  }

  /** To a peer that was permitted, without a channel. Nobody says whether it arrived. */
  send(data: Buffer, peer: TransportAddress): void {
    if (this.ended) return;
    const id = randomBytes(12);
    const attributes: Attribute[] = [
      [XOR_PEER_ADDRESS, encodeXorAddress(peer, id)],
      [DATA, data],
    ];
    this.connection.send(encodeMessage({ kind: 'indication', method: METHOD.send, id, attributes }));
  }

  /** As `send`, in order and with less around it. Like a datagram, it says nothing when there is nowhere to go to. */
  sendOn(channel: number, data: Buffer): void {
    if (this.ended) return;
    this.connection.send(encodeChannelData({ channel, data }));
  }

  /** Hears what peers send from now on. */
  onData(received: (data: Buffer, from: TransportAddress) => void): void {
    this.received = received;
  }

  /** Gives the relay address back; without it the server keeps it for ten minutes. @throws TurnRefused, NoAnswer */
  async release(): Promise<void> {
    await this.askSigned(METHOD.refresh, () => [[LIFETIME, Buffer.alloc(4)]]);
  }

  close(): void {
    this.end(new NoAnswer('The connection was closed.'));
  }

  /** The first request is refused with what has to be signed; so is one whose nonce has become old. */
  private async askSigned(method: number, attributes: (id: Buffer) => Attribute[]): Promise<StunMessage> {
    let answer = await this.ask(method, attributes);
    const code = codeOf(answer);
    const [realm, nonce] = [attributeOf(answer, REALM), attributeOf(answer, NONCE)];
    if (realm && nonce && ((code === UNAUTHENTICATED && !this.key) || code === STALE_NONCE)) {
      const { username, credential } = this.logIn;
      this.key = longTermKey(username, realm.toString(), credential);
      this.known = [
        [USERNAME, Buffer.from(username)],
        [REALM, realm],
        [NONCE, nonce],
      ];
      answer = await this.ask(method, attributes);
    }
    if (answer.kind === 'error') throw new TurnRefused(codeOf(answer));
    return answer;
  }

  private async ask(method: number, attributes: (id: Buffer) => Attribute[]): Promise<StunMessage> {
    if (this.ended) throw this.ended;
    const id = randomBytes(12);
    const request: StunMessage = { kind: 'request', method, id, attributes: [...attributes(id), ...this.known] };
    const packet = this.key ? sign(request, this.key) : encodeMessage(request);
    let timer: NodeJS.Timeout | undefined;
    const sendAgainAfter = (ms: number): void => {
      this.connection.send(packet);
      if (this.connection.lossy) timer = setTimeout(() => sendAgainAfter(ms * 2), ms);
    };
    const name = id.toString('hex');
    try {
      return await new Promise<StunMessage>((answer, fail) => {
        this.asked.set(name, { request, answer, fail });
        sendAgainAfter(FIRST_RETRANSMISSION_MS);
      });
    } finally {
      clearTimeout(timer);
      this.asked.delete(name);
    }
  }

  /** What cannot be read, or was asked by nobody, is passed over: anybody can send a datagram (RFC 8489, section 6.3). */
  private read(packet: Buffer): void {
    try {
      if (isChannelData(packet)) {
        const { channel, data } = decodeChannelData(packet);
        const from = this.channels.get(channel);
        if (from) this.received(data, from);
        return;
      }
      const message = decodeMessage(packet);
      if (message.kind === 'indication') this.readIndication(message);
      else this.readAnswer(message, packet);
    } catch (error) {
      if (!(error instanceof BadMessage)) throw error;
    }
  }

  private readIndication(message: StunMessage): void {
    const [peer, data] = [attributeOf(message, XOR_PEER_ADDRESS), attributeOf(message, DATA)];
    if (message.method === METHOD.data && peer && data) this.received(data, decodeXorAddress(peer, message.id));
  }

  private readAnswer(message: StunMessage, packet: Buffer): void {
    const asked = this.asked.get(message.id.toString('hex'));
    if (!asked || message.kind === 'request' || asked.request.method !== message.method) return;
    // A server that agrees has shown that it has the secret, too.
    if (message.kind === 'success' && this.key && !isSignedWith(packet, this.key)) return;
    asked.answer(message);
  }

  private end(reason: Error): void {
    if (this.ended) return;
    this.ended = reason;
    for (const { fail } of this.asked.values()) fail(reason);
    this.connection.close();
  }
}

function codeOf(message: StunMessage): number {
  const value = attributeOf(message, ERROR_CODE);
  if (message.kind !== 'error') return 0;
  return ((value?.[2] ?? 0) & 7) * 100 + (value?.[3] ?? 0);
}
