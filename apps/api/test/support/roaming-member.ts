import { setTimeout as pause } from 'node:timers/promises';
import { TestSocket } from './socket-client';

/** As the page waits, in short: before it connects again, and before it sends again what nobody could take. */
const RECONNECT_MS = 200;
const RESEND_MS = 500;

export interface Seat {
  readonly url: string;
  readonly token: () => string;
  readonly consultId: string;
  readonly peerId: string;
  readonly otherPeerId: string;
}

/**
 * A member of a room who stays in it as the page does: comes back whenever the socket is gone, takes the same seat
 * again, also when only the seat is lost, and sends what was not acknowledged until it is. What it says are numbers, as candidates.
 */
export class RoamingMember {
  /** How often each number of the other side arrived. */
  readonly heard = new Map<number, number>();
  /** What it met on its way, and when, in milliseconds. */
  readonly story: string[] = [];
  /** Why the other side was said to have gone, each time. */
  readonly departures: string[] = [];
  said = 0;
  moves = 0;
  private readonly outbox: number[] = [];
  private sending = false;
  private socket: TestSocket | undefined;
  private over = false;
  private readonly ended: Promise<void>;

  constructor(private readonly seat: Seat) {
    this.ended = this.stay();
  }

  get isSeated(): boolean {
    return this.socket !== undefined;
  }

  /** Everything it said was acknowledged. */
  get isDone(): boolean {
    return this.outbox.length === 0;
  }

  say(): void {
    this.outbox.push(this.said);
    this.said += 1;
    void this.send();
  }

  async leave(): Promise<void> {
    this.over = true;
    this.socket?.close();
    await this.ended;
  }

  private async stay(): Promise<void> {
    const { url, token } = this.seat;
    while (!this.over) {
      let socket: TestSocket | undefined;
      try {
        socket = await TestSocket.connect(url, token());
        this.listen(socket);
        await this.sit(socket);
        this.moves += 1;
        this.socket = socket;
        void this.send();
        await socket.closed();
      } catch (error) {
        this.tell('no seat', error);
        socket?.close();
        await pause(RECONNECT_MS * (0.5 + Math.random()));
      }
      this.socket = undefined;
    }
  }

  private async sit(socket: TestSocket): Promise<void> {
    const { consultId, peerId } = this.seat;
    await socket.ask('room:join', { consultId, peerId, ...(this.moves > 0 ? { resume: true } : {}) });
    this.tell('seated');
  }

  private listen({ socket }: TestSocket): void {
    socket.on('signal:candidate', ({ candidate }) => {
      const number = Number(candidate?.candidate);
      this.heard.set(number, (this.heard.get(number) ?? 0) + 1);
    });
    socket.on('room:peer-left', ({ reason }) => void this.departures.push(reason));
    socket.on('room:peer-joined', () => void this.send());
  }

  private tell(what: string, error?: unknown): void {
    this.story.push(`${Math.round(performance.now())} ${what}${error === undefined ? '' : `: ${String(error)}`}`);
  }

  /** In order, one after the other. */
  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    while (this.socket && this.outbox.length > 0) {
      const candidate = { candidate: String(this.outbox[0]) };
      try {
        await this.socket.ask('signal:candidate', { to: this.seat.otherPeerId, connection: 0, candidate });
        this.outbox.shift();
      } catch (error) {
        this.tell('not sent', error);
        await pause(RESEND_MS);
        if (this.socket && isUnseated(error)) await this.sit(this.socket).catch((why) => this.tell('no seat', why));
      }
    }
    this.sending = false;
  }
}

const isUnseated = (error: unknown) => error instanceof Error && error.message === 'rooms/not-joined';
