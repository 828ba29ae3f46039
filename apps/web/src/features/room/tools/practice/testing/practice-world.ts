import type { CarriedPractice, Recording, SaveCorrectedRequest, Script } from '@ieum/api-contract';
import type { Consult } from '@ieum/signaling-protocol';
import { ManualClock } from '@ieum/webrtc-client/testing';
import { ApiError } from '../../../../../shared/lib/api-error';
import { FakePlayer } from '../../../../../shared/practice/sound/testing/fake-player';
import { TakeSound } from '../../../../../shared/practice/sound/take-sound';
import { DocumentSide, DocumentWire } from '../../../document/testing/document-world';
import { CarriedSource } from '../carried-source';
import { PracticeModel } from '../practice-model';
import { SyncedSound } from '../synced-sound';

const SCRIPT_ID = '00000000-0000-4000-8000-00000000000a';
const QUESTION_ID = '00000000-0000-4000-8000-00000000000b';
const NOW = '2026-03-01T10:00:00.000Z';

const takeOf = (n: number): Recording => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  scriptId: SCRIPT_ID,
  questionId: QUESTION_ID,
  status: 'stored',
  contentType: 'audio/webm',
  bytes: 1_000,
  durationMs: 60_000,
  voicedMs: 50_000,
  peaks: [],
  createdAt: NOW,
});
export const [TAKE, OTHER] = [takeOf(1), takeOf(2)];

export const practiceOf = (text: string, revision = 3): CarriedPractice => ({
  question: {
    id: QUESTION_ID,
    topic: 'parks',
    type: 'routine',
    minLevel: 1,
    maxLevel: 6,
    text: 'What do you usually do at the park?',
    help: '공원에서 보통 무엇을 하는지 말해 보세요.',
  },
  script: { id: SCRIPT_ID, text, revision },
  takes: [TAKE, OTHER].map((recording) => ({ recording, transcript: null })),
});

/** An `<audio>` that goes on by itself while it plays. */
class RunningPlayer extends FakePlayer {
  readonly #clock: ManualClock;
  #since: number | null = null;

  constructor(clock: ManualClock) {
    super();
    this.#clock = clock;
  }

  override get currentTime(): number {
    return super.currentTime + (this.#since === null ? 0 : (this.#clock.now() - this.#since) / 1_000);
  }
  override set currentTime(seconds: number) {
    super.currentTime = seconds;
    if (this.#since !== null) this.#since = this.#clock.now();
  }
  override async play(): Promise<void> {
    this.#since ??= this.#clock.now();
    await super.play();
  }
  override pause(): void {
    const at = this.currentTime;
    this.#since = null;
    super.currentTime = at;
    super.pause();
  }
}

/** For specs: the practice tool on the two sides of a consult, on one clock. */
export class PracticeWorld {
  readonly clock = new ManualClock();
  /** As the server has it. */
  practice: CarriedPractice | null = practiceOf('I go to park.\n\nIt is quiet.');
  readonly #closes: (() => void)[] = [];

  readonly serverNow = (): number => 1_000_000 + this.clock.now();

  /** As the server does it. */
  readonly save = async ({ revision, text }: SaveCorrectedRequest): Promise<{ script: Script }> => {
    const { practice } = this;
    if (practice?.script.revision !== revision) throw new ApiError({ code: 'scripts/stale-revision', status: 409 });
    this.practice = practiceOf(text, revision + 1);
    const { question, script } = this.practice;
    return { script: { ...script, question, createdAt: NOW, updatedAt: NOW, deletedAt: null } };
  };

  sound(player = new FakePlayer()) {
    player.duration = 60;
    const faults: Error[] = [];
    const sound = new SyncedSound({
      clock: this.clock,
      serverNow: this.serverNow,
      createTake: ({ durationMs }) => ({
        player,
        sound: new TakeSound({
          player: player.asPlayer(),
          durationMs: durationMs ?? 0,
          fetchAudio: async () => {
            const fault = faults.shift();
            if (fault) throw fault;
            return new Blob(['sound']);
          },
          urls: { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined },
        }),
      }),
    });
    this.#closes.push(() => sound.close());
    return { sound, player, faults };
  }

  /** A page of one side; `side`: of a device that was there before. */
  async page(role: Consult['role'], side = new DocumentSide(this.clock)) {
    const shared = side.create();
    await shared.open();
    const errors: unknown[] = [];
    const carried = new CarriedSource({
      fetch: async () => ({ practice: this.practice }),
      clock: this.clock,
      onError: (error) => errors.push(error),
    });
    const { sound, player, faults } = this.sound(new RunningPlayer(this.clock));
    const { serverNow, save } = this;
    const now = () => Date.parse(NOW) + this.clock.now();
    const model = new PracticeModel({ role, shared, carried, sound, serverNow, save, now });
    this.#closes.push(() => (model.close(), carried.close(), side.close()));
    await this.clock.advance(0);
    const map = shared.document.doc.getMap<unknown>('practice');
    return { shared, side, carried, model, player, faults, errors, map, snapshot: model.getSnapshot };
  }

  async connect(mentor: Awaited<ReturnType<PracticeWorld['page']>>, student: typeof mentor) {
    const wire = new DocumentWire(this.clock);
    wire.begin(mentor.shared, 'a');
    wire.begin(student.shared, 'b');
    wire.open();
    await this.clock.advance(100);
    return wire;
  }

  async inCall() {
    const mentor = await this.page('mentor');
    const student = await this.page('student');
    await this.connect(mentor, student);
    return { mentor, student };
  }

  close(): void {
    for (const close of this.#closes.splice(0)) close();
  }
}
