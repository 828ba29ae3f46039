import { LocalMedia } from '@ieum/webrtc-client';
import type { ListedDevice } from '@ieum/webrtc-client';
import { fakePlatform, settle } from '@ieum/webrtc-client/testing';
import type { DeviceChoices } from '../../../shared/lib/device-choices';
import type { CheckSteps } from '../check-steps';
import { ReadyCheck } from '../ready-check';
import type { SoundResult } from '../ready-check-ports';
import type { ReadyCheckState } from '../ready-check-state';

interface ConnectionTry {
  readonly signal: AbortSignal;
  answer(step: CheckSteps['connection']): void;
  fail(error: Error): void;
}

/** For specs: a check whose browser, network and ears are moved by hand. */
export class CheckWorld {
  readonly platform = fakePlatform();
  readonly connections: ConnectionTry[] = [];
  readonly tonesAt: (string | undefined)[] = [];
  readonly errors: unknown[] = [];
  choices: DeviceChoices = { microphone: true, camera: true, dataSaver: false, shortcuts: true };
  sound: SoundResult = 'done';
  speakers: ListedDevice[] = [];
  readonly #ears = new Set<(level: number) => void>();
  #menuWatchers = 0;
  check = this.#makeCheck();

  get state(): ReadyCheckState {
    return this.check.getSnapshot();
  }

  /** Who still listens to microphone or menus. */
  get listeners(): number {
    return this.#ears.size + this.#menuWatchers;
  }

  /** A new check, until the browser has answered. */
  async start({ camera = true } = {}): Promise<void> {
    if (this.connections.length > 0) {
      this.check.close();
      this.check = this.#makeCheck();
    }
    await this.check.start({ camera });
    await settle();
  }

  hear(level: number): void {
    for (const ear of [...this.#ears]) ear(level);
  }

  speak(): void {
    for (let time = 0; time < 3; time += 1) this.hear(0.2);
  }

  async answerConnection(step: CheckSteps['connection']): Promise<void> {
    this.connections.at(-1)?.answer(step);
    await settle();
  }

  #makeCheck(): ReadyCheck {
    return new ReadyCheck({
      media: new LocalMedia({ platform: this.platform }),
      clock: this.platform.clock,
      listen: (_track, onLevel) => {
        this.#ears.add(onLevel);
        return () => this.#ears.delete(onLevel);
      },
      watchMenus: (onMenus) => {
        this.#menuWatchers += 1;
        onMenus({ microphones: [], cameras: [], speakers: this.speakers });
        return () => void (this.#menuWatchers -= 1);
      },
      tryConnection: (signal) => new Promise((answer, fail) => void this.connections.push({ signal, answer, fail })),
      playTone: async (speakerId) => {
        await Promise.resolve();
        this.tonesAt.push(speakerId);
        return this.sound;
      },
      playEcho: async () => {
        await Promise.resolve();
        return this.sound;
      },
      choices: {
        read: () => this.choices,
        write: (change) => void (this.choices = { ...this.choices, ...change }),
      },
      onError: (error) => void this.errors.push(error),
    });
  }
}
