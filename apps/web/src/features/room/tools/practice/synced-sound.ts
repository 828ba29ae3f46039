import type { Recording } from '@ieum/api-contract';
import type { Clock } from '@ieum/webrtc-client';
import { SnapshotSource } from '../../../../shared/lib/snapshot-source';
import type { Player, TakeSound } from '../../../../shared/practice/sound/take-sound';
import { isRunning, positionOf } from './playback';
import type { Playback } from './playback';

/** What this side hears. `blocked`: the browser wants a tap first. */
export type Hearing = 'nothing' | 'loading' | 'playing' | 'blocked' | 'unplayable' | 'failed';

export interface HearingState {
  readonly hearing: Hearing;
  /** Why it could not be fetched. */
  readonly error: unknown;
}

export interface TakePlayback {
  readonly player: Pick<Player, 'currentTime' | 'pause'>;
  readonly sound: Pick<TakeSound, 'load' | 'play' | 'seek' | 'close' | 'getSnapshot'>;
}

export interface SyncedSoundOptions {
  readonly createTake: (take: Recording) => TakePlayback;
  readonly clock: Clock;
  /** Milliseconds since the epoch by the server's clock, which both sides know. */
  readonly serverNow: () => number;
}

interface Wanted {
  readonly playback: Playback;
  readonly take: Recording;
}

const LOOK_EVERY_MS = 500;
/** Nobody hears less, and putting it right more often would be heard. */
const MOST_DRIFT_MS = 120;
/** So short a rest is not begun: an `<audio>` that is asked to go on from its end begins anew. */
const REST_MS = 150;

/** Plays on this side what both are to hear, where the other side is in it. Each take's sound is fetched once. */
export class SyncedSound extends SnapshotSource<HearingState> {
  readonly #options: SyncedSoundOptions;
  readonly #takes = new Map<string, TakePlayback>();
  #wanted: Wanted | null = null;
  #cancelLook: () => void = () => undefined;
  #preparing = 0;

  constructor(options: SyncedSoundOptions) {
    super({ hearing: 'nothing', error: null });
    this.#options = options;
  }

  /** Fetches a take's sound ahead. Never rejects: why it could not be had is told when it is to be heard. */
  async fetch(take: Recording): Promise<void> {
    await this.#takeOf(take).sound.load();
  }

  /** The same, for one that is about to be heard. */
  async prepare(take: Recording): Promise<void> {
    if (this.snapshot.hearing === 'nothing') this.update({ hearing: 'loading', error: null });
    this.#preparing += 1;
    await this.fetch(take);
    this.#preparing -= 1;
    if (this.#preparing === 0 && !this.#isWanted()) this.update({ hearing: 'nothing' });
  }

  /** `null`: nothing is to be heard. */
  follow(playback: Playback | null, take: Recording | null): void {
    const before = this.#wanted;
    this.#wanted = playback && take ? { playback, take } : null;
    if (before && before.take.id !== take?.id) this.#takes.get(before.take.id)?.player.pause();
    void this.#apply();
  }

  /** After a tap, where the browser wanted one; also fetches anew what could not be had. */
  hear(): void {
    void this.#apply();
  }

  close(): void {
    this.#wanted = null;
    this.#cancelLook();
    for (const { sound } of this.#takes.values()) sound.close();
    this.#takes.clear();
    this.dropListeners();
  }

  async #apply(): Promise<void> {
    this.#cancelLook();
    const wanted = this.#wanted;
    if (!wanted || !this.#isRunning(wanted)) {
      if (wanted) this.#takes.get(wanted.take.id)?.player.pause();
      return this.update({ hearing: 'nothing', error: null });
    }
    const { player, sound } = this.#takeOf(wanted.take);
    const isPlaying = sound.getSnapshot().status === 'playing';
    if (!isPlaying) {
      this.update({ hearing: 'loading', error: null });
      const isThere = await sound.load();
      if (wanted !== this.#wanted) return;
      if (!isThere) return this.#tellFailure(sound);
      // It may have been over before it was there.
      if (!this.#isRunning(wanted)) return this.update({ hearing: 'nothing' });
      sound.seek(this.#position(wanted));
      await sound.play();
      if (wanted !== this.#wanted) return this.#apply();
      if (sound.getSnapshot().status !== 'playing') return this.#tellFailure(sound);
    }
    this.update({ hearing: 'playing' });
    this.#correct(wanted, player);
    this.#cancelLook = this.#options.clock.setTimeout(() => this.#look(wanted, sound), LOOK_EVERY_MS);
  }

  /** The sound may end a little before the time that was measured when it was recorded. */
  #look({ take }: Wanted, sound: TakePlayback['sound']): void {
    const { status, atMs } = sound.getSnapshot();
    if (status !== 'playing' && atMs >= (take.durationMs ?? 0)) return this.update({ hearing: 'nothing' });
    void this.#apply();
  }

  #correct(wanted: Wanted, player: TakePlayback['player']): void {
    const position = this.#position(wanted);
    if (Math.abs(player.currentTime * 1000 - position) > MOST_DRIFT_MS) player.currentTime = position / 1000;
  }

  #tellFailure(sound: TakePlayback['sound']): void {
    const { status, error } = sound.getSnapshot();
    if (status === 'failed' || status === 'unplayable') return this.update({ hearing: status, error });
    this.update({ hearing: 'blocked' });
  }

  #takeOf(take: Recording): TakePlayback {
    const known = this.#takes.get(take.id) ?? this.#options.createTake(take);
    this.#takes.set(take.id, known);
    return known;
  }

  #isWanted(): boolean {
    return this.#wanted !== null && this.#isRunning(this.#wanted);
  }

  #isRunning({ playback, take }: Wanted): boolean {
    return isRunning(playback, this.#options.serverNow(), (take.durationMs ?? 0) - REST_MS);
  }

  #position({ playback, take }: Wanted): number {
    return positionOf(playback, this.#options.serverNow(), take.durationMs ?? 0);
  }
}
