import type { PeerSession } from '../peer/peer-session';
import type { PeerSessionError } from '../peer/peer-session-error';
import { bestStepFor, limitsOf } from '../stats/video-steps';
import { TypedEmitter } from '../typed-emitter';
import { MeshError } from './mesh-error';

/** A remote person, as the server announced them; may hold more than this. */
export interface MeshPeerInfo {
  /** One visit of one person: whoever comes back after a reload has another one. */
  readonly peerId: string;
  /** Whether this side is the polite one of the pair; the other side is told the opposite. */
  readonly polite: boolean;
}

/** What a mesh needs of the session with one peer. */
export type MeshPeer = Pick<
  PeerSession,
  'on' | 'state' | 'send' | 'canSend' | 'restartIce' | 'setVideoLimits' | 'close'
>;

/** A remote person and the session with them. */
export interface MeshMember<Info extends MeshPeerInfo, Peer extends MeshPeer> {
  readonly info: Info;
  readonly session: Peer;
}

/** The events of a `MeshSession`, each with its payload. */
export interface MeshSessionEvents<Info extends MeshPeerInfo, Peer extends MeshPeer> {
  'peer-added': MeshMember<Info, Peer>;
  /** The session is closed already. */
  'peer-removed': MeshMember<Info, Peer>;
  /** Who is there, or what `state`, `remoteMedia`, tracks or `canSend` of any of them, may have changed. */
  change: undefined;
  /** One of them sent a text. */
  message: { readonly peerId: string; readonly data: string };
  /** The channel to one of them opened or closed. */
  channel: { readonly peerId: string; readonly open: boolean };
  error: { readonly peerId: string; readonly error: PeerSessionError };
}

export interface MeshSessionOptions<Info extends MeshPeerInfo, Peer extends MeshPeer> {
  /** Makes the session with one peer; the mesh closes it. What it throws, `add` and `synchronise` throw. */
  readonly createSession: (info: Info) => Peer;
  /** People in the mesh, this one among them; 6 by default. Everybody sends to everybody, so much more is too much. */
  readonly capacity?: number | undefined;
  /**
   * What the pictures sent to all peers may take together, in bit/s: shared out anew whenever their number changes, each
   * in the size that its share is enough for. Without it the limits of the sessions are left alone, as they must be where
   * each has a `VideoQualityController`.
   */
  readonly videoBudget?: number | undefined;
}

/** A call of several people: one session with each of the others (RFC 7667 §3.4, full mesh). */
export class MeshSession<Info extends MeshPeerInfo = MeshPeerInfo, Peer extends MeshPeer = PeerSession> {
  readonly #createSession: (info: Info) => Peer;
  readonly #capacity: number;
  readonly #videoBudget: number | undefined;
  readonly #events = new TypedEmitter<MeshSessionEvents<Info, Peer>>();
  readonly #members = new Map<string, MeshMember<Info, Peer>>();
  readonly #releases = new Map<string, (() => void)[]>();
  #closed = false;

  constructor({ createSession, capacity = 6, videoBudget }: MeshSessionOptions<Info, Peer>) {
    this.#createSession = createSession;
    this.#capacity = capacity;
    this.#videoBudget = videoBudget;
  }

  /** Everybody else, in the order they came. */
  get peers(): readonly MeshMember<Info, Peer>[] {
    return [...this.#members.values()];
  }

  /** Whether nobody more can be added. */
  get full(): boolean {
    return this.#members.size + 1 >= this.#capacity;
  }

  /** Whether `send` would reach at least one of them now. */
  get canSend(): boolean {
    return this.peers.some(({ session }) => session.canSend);
  }

  get(peerId: string): MeshMember<Info, Peer> | undefined {
    return this.#members.get(peerId);
  }

  /** Calls `listener` at every `event` until `close()`. Returns the function that stops it. */
  on<K extends keyof MeshSessionEvents<Info, Peer>>(
    event: K,
    listener: (payload: MeshSessionEvents<Info, Peer>[K]) => void,
  ): () => void {
    return this.#events.on(event, listener);
  }

  /**
   * Calls a peer. Who is there already keeps the session they have, which looks for a new path if it gave up.
   *
   * @throws MeshError `mesh-full`, `mesh-closed`; then nothing changed.
   */
  add(info: Info): Peer {
    if (this.#closed) throw new MeshError('mesh-closed');
    const known = this.#members.get(info.peerId);
    if (known) {
      this.#members.set(info.peerId, { info, session: known.session });
      if (known.session.state === 'failed') known.session.restartIce();
      this.#events.emit('change', undefined);
      return known.session;
    }
    if (this.full) throw new MeshError('mesh-full');
    const session = this.#createSession(info);
    const member = { info, session };
    this.#members.set(info.peerId, member);
    this.#releases.set(info.peerId, this.#follow(info.peerId, session));
    this.#shareOut();
    this.#events.emit('peer-added', member);
    this.#events.emit('change', undefined);
    return session;
  }

  /** Ends the session with a peer. False when there is none. */
  remove(peerId: string): boolean {
    const member = this.#members.get(peerId);
    if (!member) return false;
    this.#end(member);
    this.#shareOut();
    this.#events.emit('peer-removed', member);
    this.#events.emit('change', undefined);
    return true;
  }

  /**
   * Makes exactly these the peers: who is not among them is removed, then who is missing is added.
   *
   * @throws MeshError `mesh-full` when they are too many, `mesh-closed`; then nothing changed.
   */
  synchronise(infos: readonly Info[]): void {
    if (this.#closed) throw new MeshError('mesh-closed');
    const listed = new Set(infos.map(({ peerId }) => peerId));
    if (listed.size + 1 > this.#capacity) throw new MeshError('mesh-full');
    for (const peerId of [...this.#members.keys()]) if (!listed.has(peerId)) this.remove(peerId);
    for (const info of infos) this.add(info);
  }

  /** Sends a text to everybody, or to one of them: whether at least one took it, see `PeerSession.send`. */
  send(data: string, peerId?: string): boolean {
    const members = peerId === undefined ? this.peers : [this.#members.get(peerId)];
    return members.map((member) => member?.session.send(data) ?? false).includes(true);
  }

  /** Every session looks for a new path now. */
  restartIce(): void {
    for (const { session } of this.peers) session.restartIce();
  }

  /** Ends every session, without further events. Idempotent. */
  close(): void {
    this.#closed = true;
    for (const member of this.peers) this.#end(member);
    this.#events.clear();
  }

  #follow(peerId: string, session: Peer): (() => void)[] {
    const changed = (): void => this.#events.emit('change', undefined);
    return [
      session.on('state', changed),
      session.on('remote-media', changed),
      session.on('remote-track', changed),
      session.on('message', (data) => this.#events.emit('message', { peerId, data })),
      session.on('channel', (open) => {
        this.#events.emit('channel', { peerId, open });
        changed();
      }),
      session.on('error', (error) => this.#events.emit('error', { peerId, error })),
    ];
  }

  #end({ info: { peerId }, session }: MeshMember<Info, Peer>): void {
    this.#members.delete(peerId);
    for (const release of this.#releases.get(peerId) ?? []) release();
    this.#releases.delete(peerId);
    session.close();
  }

  #shareOut(): void {
    if (this.#videoBudget === undefined) return;
    const share = this.#videoBudget / Math.max(1, this.#members.size);
    const limits = limitsOf(bestStepFor(share), share);
    for (const { session } of this.peers) session.setVideoLimits(limits);
  }
}
