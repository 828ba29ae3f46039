import { namedError } from './fake-event-target';
import { decodeSdp, encodeSdp, intersection, isReceiving, reversed, type FakeSdp, type FakeSection } from './fake-sdp';
import type { FakeTransceiver } from './fake-transceiver';

interface Description {
  readonly type: RTCSdpType;
  readonly sdp: string;
}

/** What an offer under way did to transceivers, to be undone by a rollback. */
interface Undo {
  readonly created: FakeTransceiver[];
  readonly named: FakeTransceiver[];
}

/** An offer that may be applied, and the m-lines it gives to transceivers then. */
interface MadeOffer {
  readonly description: Description;
  readonly mids: ReadonlyMap<FakeTransceiver, string>;
}

export interface FakeJsepOptions {
  /** Of the connection's certificate, if it was given one. */
  readonly fingerprint?: string | undefined;
  /** The other side began to send on this transceiver. */
  readonly onTrack: (transceiver: FakeTransceiver) => void;
  readonly makeTransceiver: (kind: 'audio' | 'video') => FakeTransceiver;
}

let sessionsMade = 0;

/** The negotiating part of a `FakePeerConnection`: states, m-lines, directions, rollback (RFC 8829 §3.2, §4.1, §5). */
export class FakeJsep {
  readonly transceivers: FakeTransceiver[] = [];
  wantsData = false;
  state: 'stable' | 'have-local-offer' | 'have-remote-offer' = 'stable';
  readonly #sessionId = String(4_000_000 + (sessionsMade += 1));
  readonly #replaced = new Set<string>();
  #version = 1;
  #generation = 0;
  #pendingLocal: Description | null = null;
  #pendingRemote: Description | null = null;
  #currentLocal: Description | null = null;
  #currentRemote: Description | null = null;
  #undo: Undo = { created: [], named: [] };
  #made: MadeOffer | undefined;

  constructor(private readonly options: FakeJsepOptions) {}

  get local(): Description | null {
    return this.#pendingLocal ?? this.#currentLocal;
  }

  /** The last one agreed upon. */
  get agreedLocal(): Description | null {
    return this.#currentLocal;
  }

  get agreedRemote(): Description | null {
    return this.#currentRemote;
  }

  get remote(): Description | null {
    return this.#pendingRemote ?? this.#currentRemote;
  }

  get fragments(): { local: string | undefined; remote: string | undefined } {
    return { local: ufragOf(this.local), remote: ufragOf(this.remote) };
  }

  /** From now on an offer must carry new ICE credentials (W3C WebRTC §4.4.2, restartIce). */
  replaceCredentials(): void {
    for (const description of [this.#currentLocal, this.#pendingLocal]) {
      const ufrag = ufragOf(description);
      if (ufrag !== undefined) this.#replaced.add(ufrag);
    }
  }

  /** Makes the offer that is due; nothing changes before it is applied. */
  createOffer(): Description {
    const sections = [...this.#sections(this.#currentLocal)].map((section) => this.#section(section));
    const mids = new Map<FakeTransceiver, string>();
    for (const transceiver of this.transceivers.filter(({ mid }) => mid === null)) {
      const mid = freeMid(sections, this.transceivers);
      mids.set(transceiver, mid);
      sections.push({ kind: transceiver.kind, mid, direction: transceiver.direction });
    }
    if (this.wantsData && !sections.some(({ kind }) => kind === 'application')) {
      sections.push({ kind: 'application', mid: freeMid(sections, this.transceivers), direction: 'sendrecv' });
    }
    const description = this.#describe('offer', sections, this.#ufragForOffer());
    this.#made = { description, mids };
    return description;
  }

  /** Applies the given offer, the last one made, or else the description that is due. */
  setLocal(offer?: RTCSessionDescriptionInit): 'offer' | 'answer' {
    if (this.state === 'have-remote-offer') {
      this.#setLocalAnswer();
      return 'answer';
    }
    if (this.state === 'have-local-offer') this.#rollback();
    if (!offer) this.createOffer();
    const made = this.#made;
    this.#made = undefined;
    if (!made || (offer && offer.sdp !== made.description.sdp)) {
      throw namedError('InvalidModificationError', 'not the offer that was made last');
    }
    for (const [transceiver, mid] of made.mids) {
      transceiver.mid = mid;
      this.#undo.named.push(transceiver);
    }
    this.#pendingLocal = made.description;
    this.state = 'have-local-offer';
    return 'offer';
  }

  setRemote(description: Description): void {
    const sdp = decodeSdp(description.sdp);
    if (description.type === 'offer') this.#setRemoteOffer(description, sdp);
    else if (description.type === 'answer') this.#setRemoteAnswer(description, sdp);
    else throw namedError('InvalidAccessError', `cannot take a ${description.type}`);
  }

  /** W3C WebRTC §4.7.3, "check if negotiation is needed". */
  needsNegotiation(): boolean {
    const local = this.#sections(this.#currentLocal);
    const remote = this.#sections(this.#currentRemote);
    if (this.#replaced.has(ufragOf(this.#currentLocal) ?? '')) return true;
    if (this.wantsData && !local.some(({ kind }) => kind === 'application')) return true;
    return this.transceivers.some(({ mid, direction }) => {
      const ours = local.find((section) => section.mid === mid)?.direction;
      const theirs = remote.find((section) => section.mid === mid)?.direction;
      if (mid === null || !ours || !theirs) return true;
      if (this.#currentLocal?.type === 'offer') return ours !== direction && reversed(theirs) !== direction;
      return ours !== intersection(direction, reversed(theirs));
    });
  }

  #setLocalAnswer(): void {
    const offered = this.#sections(this.#pendingRemote);
    const sections = offered.map((section) => {
      const ours = this.#section(section);
      return { ...ours, direction: intersection(ours.direction, reversed(section.direction)) };
    });
    const restarted = ufragOf(this.#pendingRemote) !== ufragOf(this.#currentRemote);
    this.#complete(
      this.#describe('answer', sections, restarted ? this.#newUfrag() : ufragOf(this.#currentLocal)),
      this.#pendingRemote,
    );
  }

  #setRemoteOffer(description: Description, { sections }: FakeSdp): void {
    const known = this.#sections(this.#currentRemote);
    if (known.some(({ mid, kind }, index) => sections[index]?.mid !== mid || sections[index]?.kind !== kind)) {
      throw namedError('InvalidAccessError', 'the m-lines are not those of before');
    }
    if (this.state === 'have-local-offer') this.#rollback();
    for (const section of sections) {
      if (section.kind === 'application') continue;
      let transceiver = this.transceivers.find(({ mid }) => mid === section.mid);
      if (!transceiver) {
        transceiver = this.options.makeTransceiver(section.kind as 'audio' | 'video');
        transceiver.mid = section.mid;
        this.transceivers.push(transceiver);
        this.#undo.created.push(transceiver);
      }
    }
    this.#pendingRemote = description;
    this.state = 'have-remote-offer';
    this.#announceTracks(sections);
  }

  #setRemoteAnswer(description: Description, { sections }: FakeSdp): void {
    if (this.state !== 'have-local-offer') throw namedError('InvalidStateError', `an answer in ${this.state}`);
    const offered = this.#sections(this.#pendingLocal);
    if (offered.length !== sections.length || offered.some(({ mid }, index) => sections[index]?.mid !== mid)) {
      throw namedError('InvalidAccessError', 'the m-lines are not those of the offer');
    }
    this.#complete(this.#pendingLocal, description);
    this.#announceTracks(sections);
  }

  #complete(local: Description | null, remote: Description | null): void {
    this.#currentLocal = local;
    this.#currentRemote = remote;
    this.#pendingLocal = null;
    this.#pendingRemote = null;
    this.#undo = { created: [], named: [] };
    this.state = 'stable';
    // What was agreed is what the answer says, seen from this side.
    const answered = this.#sections(local?.type === 'answer' ? local : remote);
    for (const { mid, direction } of answered) {
      const transceiver = this.transceivers.find((one) => one.mid === mid);
      if (transceiver) transceiver.currentDirection = local?.type === 'answer' ? direction : reversed(direction);
    }
  }

  #announceTracks(remote: readonly FakeSection[]): void {
    for (const { mid, direction } of remote) {
      const transceiver = this.transceivers.find((one) => one.mid === mid);
      if (!transceiver) continue;
      const began = !transceiver.receiving && isReceiving(reversed(direction));
      transceiver.receiving = isReceiving(reversed(direction));
      if (began) this.options.onTrack(transceiver);
    }
  }

  #rollback(): void {
    for (const transceiver of this.#undo.named) transceiver.mid = null;
    for (const transceiver of this.#undo.created) this.transceivers.splice(this.transceivers.indexOf(transceiver), 1);
    this.#undo = { created: [], named: [] };
    this.#pendingLocal = null;
    this.#pendingRemote = null;
    this.state = 'stable';
  }

  #describe(type: 'offer' | 'answer', sections: FakeSection[], ufrag: string | undefined): Description {
    this.#version += 1;
    const { fingerprint = this.#sessionId } = this.options;
    const sdp = {
      sessionId: this.#sessionId,
      version: this.#version,
      ufrag: ufrag ?? this.#newUfrag(),
      sections,
      fingerprint,
    };
    return { type, sdp: encodeSdp(sdp) };
  }

  #section({ kind, mid, direction }: FakeSection): FakeSection {
    const transceiver = this.transceivers.find((one) => one.mid === mid);
    return { kind, mid, direction: transceiver?.direction ?? direction };
  }

  #sections(description: Description | null): readonly FakeSection[] {
    return description ? decodeSdp(description.sdp).sections : [];
  }

  #ufragForOffer(): string | undefined {
    const current = ufragOf(this.#currentLocal);
    return current !== undefined && this.#replaced.has(current) ? undefined : current;
  }

  #newUfrag(): string {
    return `f${this.#sessionId}g${(this.#generation += 1)}`;
  }
}

function ufragOf(description: Description | null): string | undefined {
  return description ? decodeSdp(description.sdp).ufrag : undefined;
}

/** A number no m-line and no transceiver has. */
function freeMid(sections: readonly FakeSection[], transceivers: readonly FakeTransceiver[]): string {
  const taken = new Set([...sections, ...transceivers].map(({ mid }) => mid));
  let number = 0;
  while (taken.has(String(number))) number += 1;
  return String(number);
}
