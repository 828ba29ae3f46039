import type { CarriedPractice, Recording } from '@ieum/api-contract';
import type { Transaction, YMapEvent } from 'yjs';
import { SnapshotSource } from '../../../../shared/lib/snapshot-source';
import { momentStart } from '../../../../shared/practice/sound/moment-start';
import type { SharedDocument } from '../../document/shared-document';
import type { ToolModel } from '../tool';
import { CarriedScript, OPENED, SAVED } from './carried-script';
import type { CarriedScriptOptions } from './carried-script';
import type { CarriedSource } from './carried-source';
import { keyOfMoment, MAX_MOMENTS, readMoments } from '../../../../shared/consult-document/practice-moments';
import type { Moment } from '../../../../shared/consult-document/practice-moments';
import { isRunning, Playback, positionOf } from './playback';
import type { SyncedSound } from './synced-sound';

/** What the other side did. */
export interface PracticeNews {
  /** Each time another one. */
  readonly id: number;
  readonly what: 'playing' | 'moment' | 'opened' | 'saved';
  /** Of the take that it is about. */
  readonly recordingId: string | null;
}

export interface PracticeSnapshot {
  readonly practice: CarriedPractice | null;
  readonly playback: Playback | null;
  readonly moments: readonly Moment[];
  readonly unread: number;
  readonly news: PracticeNews | null;
}

export interface PracticeModelOptions extends Omit<CarriedScriptOptions, 'shared' | 'carried'> {
  readonly shared: SharedDocument;
  readonly carried: CarriedSource;
  readonly sound: SyncedSound;
  /** Milliseconds since the epoch by the server's clock, which both sides know. */
  readonly serverNow: () => number;
}

const PART = 'practice';
const PLAYBACK = 'playback';
/** Besides its text. */
const MOMENT_BYTES = 300;
const BYTES_A_LETTER = 3;

/** What a student brought along of their practice: takes that both hear at the same time. A part of the room's document. */
export class PracticeModel extends SnapshotSource<PracticeSnapshot> implements ToolModel {
  /** What this side hears of it. */
  readonly sound: SyncedSound;
  readonly script: CarriedScript;
  readonly isMentor: boolean;
  readonly #options: PracticeModelOptions;
  readonly #map;
  readonly #stops: (() => void)[];
  #visible = false;
  #told = 0;
  /** How often somebody here asked for anything to be heard or not. */
  #asked = 0;

  constructor(options: PracticeModelOptions) {
    super({ practice: null, playback: null, moments: [], unread: 0, news: null });
    const { shared, carried, sound } = options;
    this.#options = options;
    this.sound = sound;
    this.isMentor = options.role === 'mentor';
    this.#map = shared.document.doc.getMap<unknown>(PART);
    this.script = new CarriedScript(options, this.#map);
    this.#map.observe(this.#changed);
    this.#stops = [
      () => this.#map.unobserve(this.#changed),
      carried.subscribe(() => this.#take()),
      sound.subscribe(this.#heard),
    ];
    this.#take();
    const { playback } = this.snapshot;
    if (shared.partnerWroteIn(PART) && playback && this.#isRunning(playback)) this.#tell('playing', playback);
  }

  readonly unread = (): number => this.snapshot.unread;

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (!visible) return;
    this.update({ unread: 0 });
    void this.#options.carried.refresh();
    for (const { recording } of this.snapshot.practice?.takes ?? []) void this.sound.fetch(recording);
  }

  close(): void {
    this.#asked += 1;
    for (const stop of this.#stops) stop();
    this.sound.close();
    this.script.close();
  }

  /** Both hear it: from there, or where it was, or from the beginning. It begins once this side has it, so that none of it is missed. */
  async play(take: Recording, fromMs?: number): Promise<void> {
    // The other side fetches it meanwhile.
    if (this.snapshot.playback?.recordingId !== take.id) this.#write(take, fromMs ?? 0, false);
    const asked = ++this.#asked;
    await this.sound.prepare(take);
    if (asked !== this.#asked) return;
    const { playback } = this.snapshot;
    const durationMs = take.durationMs ?? 0;
    const known = playback?.recordingId === take.id ? positionOf(playback, this.#now(), durationMs) : 0;
    this.#write(take, fromMs ?? (known < durationMs ? known : 0), true);
  }

  /** Neither hears anything any more. */
  pause(): void {
    this.#asked += 1;
    const { playback } = this.snapshot;
    const take = this.#takeOf(playback);
    if (playback && take) this.#write(take, positionOf(playback, this.#now(), take.durationMs ?? 0), false);
  }

  /** Both are there then, and it goes on playing if it did. */
  seek(take: Recording, atMs: number): void {
    const { playback } = this.snapshot;
    const goesOn = playback?.recordingId === take.id && this.#isRunning(playback);
    this.#write(take, atMs, goesOn);
  }

  /** The place that both are at. */
  place(): { readonly recordingId: string; readonly atMs: number } | null {
    const { playback } = this.snapshot;
    const take = this.#takeOf(playback);
    return playback && take && { recordingId: take.id, atMs: positionOf(playback, this.#now(), take.durationMs ?? 0) };
  }

  /** `false`: there is no room for one more. */
  mark(moment: Pick<Moment, 'recordingId' | 'atMs' | 'text' | 'correctionId'>): boolean {
    const { recordingId, atMs, text, correctionId } = moment;
    if (this.snapshot.moments.length >= MAX_MOMENTS) return false;
    if (!this.#options.shared.fits(MOMENT_BYTES + text.length * BYTES_A_LETTER)) return false;
    const key = keyOfMoment(crypto.randomUUID());
    this.#map.set(key, { recordingId, atMs: Math.round(atMs), text, correctionId, by: this.#options.role });
    return true;
  }

  unmark({ id }: Moment): void {
    this.#map.delete(keyOfMoment(id));
  }

  /** Both hear the moment again, and what leads there. */
  replay(moment: Moment): void {
    const take = this.#takeOf(moment);
    if (take) void this.play(take, momentStart(moment.atMs));
  }

  #write(take: Recording, position: number, playing: boolean): void {
    const atMs = Math.round(Math.min(take.durationMs ?? 0, Math.max(0, position)));
    const at = Math.round(this.#now());
    this.#asked += 1;
    this.#map.set(PLAYBACK, {
      recordingId: take.id,
      playing,
      atMs,
      at,
      by: this.#options.role,
    } satisfies Playback);
  }

  readonly #changed = ({ keysChanged, changes }: YMapEvent<unknown>, { origin }: Transaction): void => {
    const before = this.snapshot.playback;
    const known = new Set(this.snapshot.moments.map(({ id }) => id));
    this.#take(keysChanged.has(PLAYBACK));
    if (!this.#options.shared.isPartner(origin)) return this.update({ news: null });
    const { playback, moments } = this.snapshot;
    const take = this.#takeOf(playback);
    if (take && playback !== before) void this.sound.fetch(take);
    const wasRunning = before !== null && this.#isRunning(before) && before.recordingId === playback?.recordingId;
    const added = moments.find(({ id }) => changes.keys.get(keyOfMoment(id))?.action === 'add' && !known.has(id));
    if (added) this.#tell('moment', added);
    else if (keysChanged.has(OPENED)) this.#tell('opened');
    else if (keysChanged.has(SAVED)) this.#tell('saved');
    else if (playback && playback !== before && !wasRunning && this.#isRunning(playback))
      this.#tell('playing', playback);
  };

  /** Only the panel has the button that helps. */
  readonly #heard = (): void => {
    if (this.sound.getSnapshot().hearing === 'blocked' && !this.#visible) this.update({ unread: 1 });
  };

  /** Reads it anew. A playback that did not change stays the same object. */
  #take(isOther = false): void {
    const { practice } = this.#options.carried.getSnapshot();
    const had = this.snapshot;
    const playback =
      isOther || had.playback === null ? (Playback.safeParse(this.#map.get(PLAYBACK)).data ?? null) : had.playback;
    const ids = practice?.takes.map(({ recording }) => recording.id) ?? [];
    const moments = readMoments(this.#map.entries(), ids);
    this.update({ practice, playback, moments });
    const take = this.#takeOf(playback);
    if (playback !== had.playback || practice !== had.practice) this.sound.follow(playback, take);
  }

  #tell(what: PracticeNews['what'], about: { readonly recordingId: string } | null = null): void {
    const recordingId = about?.recordingId ?? null;
    this.update({ news: { id: ++this.#told, what, recordingId }, unread: this.#visible ? 0 : 1 });
  }

  #takeOf(wanted: { readonly recordingId: string } | null): Recording | null {
    const { practice } = this.snapshot;
    return practice?.takes.find(({ recording }) => recording.id === wanted?.recordingId)?.recording ?? null;
  }

  #isRunning(playback: Playback): boolean {
    return isRunning(playback, this.#now(), this.#takeOf(playback)?.durationMs ?? 0);
  }

  #now(): number {
    return this.#options.serverNow();
  }
}
