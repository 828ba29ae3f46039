import type { DeviceName } from '@ieum/webrtc-client';
import { SnapshotSource } from '../../shared/lib/snapshot-source';
import { NO_STEPS, plain } from './check-steps';
import type { CheckSteps } from './check-steps';
import { cameraStep, permissionStep } from './device-steps';
import { MicrophoneWatch } from './microphone-watch';
import { findingsOf } from './readiness';
import type { ReadyCheckPorts } from './ready-check-ports';
import type { ReadyCheckState } from './ready-check-state';

/** With the eight seconds of the microphone beside it, everything is known well within twenty. */
const CONNECTION_MS = 15_000;

/** One check of devices and connection, from the browser's question to what came of it. Made anew for another one. */
export class ReadyCheck extends SnapshotSource<ReadyCheckState> {
  readonly #ports: ReadyCheckPorts;
  readonly #levelListeners = new Set<(level: number) => void>();
  readonly #closing = new AbortController();
  readonly #stops: (() => void)[] = [];
  #watch: { readonly trackId: string; readonly watch: MicrophoneWatch } | null = null;
  #connection: AbortController | null = null;

  constructor(ports: ReadyCheckPorts) {
    super({
      phase: 'asking',
      steps: NO_STEPS,
      findings: null,
      devices: ports.media.state,
      menus: { microphones: [], cameras: [], speakers: [] },
      speakerId: ports.choices.read().speakerId,
      notSwitched: null,
      echo: 'idle',
      speaker: 'idle',
    });
    this.#ports = ports;
  }

  /** Calls `listener` with the microphone's level (RMS, 0 to 1), several times a second. */
  readonly onLevel = (listener: (level: number) => void): (() => void) => {
    this.#levelListeners.add(listener);
    return () => this.#levelListeners.delete(listener);
  };

  /** The self-view. */
  get stream(): MediaStream {
    return this.#ports.media.stream;
  }

  /** Asks for the devices and tries the connection, at the same time. */
  async start({ camera }: { readonly camera: boolean }): Promise<void> {
    const { media, watchMenus, choices } = this.#ports;
    const { microphoneId, cameraId } = choices.read();
    choices.write({ camera });
    this.#setStep('permission', plain('running'));
    void this.tryConnection();
    await media.open({
      microphone: true,
      camera,
      ...(microphoneId && { microphoneId }),
      ...(cameraId && { cameraId }),
    });
    if (this.#closing.signal.aborted) return;
    // Only now: before the permission the browser names no device.
    this.#stops.push(
      media.on('change', () => this.#followDevices()),
      watchMenus((menus) => this.update({ menus })),
    );
    this.update({ phase: 'checking' });
    this.#followDevices();
  }

  /** Also once more, when the last try could not tell. */
  async tryConnection(): Promise<void> {
    const { clock, tryConnection, onError } = this.#ports;
    this.#connection?.abort();
    const attempt = new AbortController();
    this.#connection = attempt;
    const settle = (step: CheckSteps['connection']): void => {
      if (attempt.signal.aborted) return;
      attempt.abort();
      this.#setStep('connection', step);
    };
    const cancelTimer = clock.setTimeout(() => settle({ status: 'warning', reason: 'slow' }), CONNECTION_MS);
    attempt.signal.addEventListener('abort', cancelTimer, { once: true });
    this.#setStep('connection', plain('running'));
    try {
      settle(await tryConnection(attempt.signal));
    } catch (error) {
      if (!attempt.signal.aborted) onError(error);
      settle({ status: 'warning', reason: 'slow' });
    }
  }

  /** The person says that the microphone is fine, or does not want to speak now. */
  skipMicrophone(): void {
    const { status } = this.snapshot.steps.microphone;
    if (status === 'running' || status === 'warning') this.#setStep('microphone', plain('skipped'));
  }

  /** The person changed their mind: the microphone has to be heard after all. */
  listenAgain(): void {
    this.#watch?.watch.stop();
    this.#watch = null;
    this.#followMicrophone();
  }

  /** What the preview shows: nothing but black, or something. */
  seePicture(picture: 'dark' | 'visible'): void {
    const { status } = this.snapshot.steps.camera;
    if (status !== 'ok' && status !== 'warning') return;
    this.#setStep('camera', picture === 'dark' ? { status: 'warning', reason: 'dark' } : plain('ok'));
  }

  async setCamera(on: boolean): Promise<void> {
    this.#ports.choices.write({ camera: on });
    await this.#ports.media.setCamera(on);
  }

  /** Asks the browser again for what it refused or could not open. */
  async retryDevices(): Promise<void> {
    const { camera } = this.#ports.choices.read();
    await this.#ports.media.open({ microphone: true, camera });
  }

  async selectDevice(name: DeviceName, id: string): Promise<void> {
    const { media, choices } = this.#ports;
    this.update({ notSwitched: null });
    const result = await (name === 'microphone' ? media.selectMicrophone(id) : media.selectCamera(id));
    if (this.#closing.signal.aborted) return;
    if (result.done) choices.write(name === 'microphone' ? { microphoneId: id } : { cameraId: id });
    else if (result.problem !== 'closed') this.update({ notSwitched: { name, problem: result.problem } });
  }

  /** Empty for the system's own. */
  selectSpeaker(id: string): void {
    const speakerId = id === '' ? undefined : id;
    this.#ports.choices.write({ speakerId });
    this.update({ speakerId });
  }

  /** Three seconds of the microphone, then out of the speaker. */
  async playEcho(): Promise<void> {
    const [track] = this.stream.getAudioTracks();
    if (!track || this.snapshot.echo !== 'idle') return;
    this.update({ echo: 'recording' });
    this.#setStep('echo', plain('running'));
    const { signal } = this.#closing;
    const speakerId = this.#speakerId;
    const onPlaying = (): void => void (signal.aborted || this.update({ echo: 'playing' }));
    const result = await this.#ports.playEcho({ track, speakerId, signal, onPlaying });
    if (signal.aborted) return;
    this.update({ echo: 'idle' });
    this.#setStep('echo', result === 'done' ? plain('ok') : { status: 'warning', reason: result });
  }

  async playTone(): Promise<void> {
    if (this.snapshot.speaker === 'playing') return;
    this.update({ speaker: 'playing' });
    this.#setStep('speaker', plain('running'));
    const { signal } = this.#closing;
    const result = await this.#ports.playTone(this.#speakerId, signal);
    if (signal.aborted) return;
    this.update({ speaker: result === 'done' ? 'asking' : 'idle' });
    if (result !== 'done') this.#setStep('speaker', { status: 'warning', reason: 'failed' });
  }

  /** The answer to "did you hear it?" */
  answerTone(heard: boolean): void {
    this.update({ speaker: 'idle' });
    this.#setStep('speaker', heard ? plain('ok') : { status: 'warning', reason: 'not-heard' });
  }

  /** Releases everything: the camera's light goes out. For good; idempotent. */
  close(): void {
    this.#closing.abort();
    this.#connection?.abort();
    this.#watch?.watch.stop();
    this.#watch = null;
    this.#stops.splice(0).forEach((stop) => stop());
    this.#ports.media.close();
    this.dropListeners();
    this.#levelListeners.clear();
  }

  /** The chosen speaker, unless it is unplugged. */
  get #speakerId(): string | undefined {
    const { menus, speakerId } = this.snapshot;
    return menus.speakers.some(({ id }) => id === speakerId) ? speakerId : undefined;
  }

  #followDevices(): void {
    const devices = this.#ports.media.state;
    this.update({ devices });
    this.#setStep('permission', permissionStep(devices));
    this.#setStep('camera', cameraStep(devices));
    const { microphone } = devices;
    if (microphone.status === 'unavailable')
      this.#setStep('microphone', { status: 'failed', reason: microphone.problem });
    this.#followMicrophone();
  }

  /** Another microphone has to be heard, too. */
  #followMicrophone(): void {
    const [track] = this.stream.getAudioTracks();
    if (this.#watch?.trackId === track?.id) return;
    this.#watch?.watch.stop();
    this.#watch = null;
    if (!track) return;
    this.#setStep('microphone', plain('running'));
    const watch = new MicrophoneWatch({
      clock: this.#ports.clock,
      listen: (onLevel) => this.#ports.listen(track, onLevel),
      onLevel: (level) => this.#levelListeners.forEach((listener) => listener(level)),
      onHeard: () => this.#setStep('microphone', plain('ok')),
      onSilent: () => {
        if (this.snapshot.steps.microphone.status !== 'running') return;
        this.#setStep('microphone', { status: 'warning', reason: 'silent' });
      },
    });
    this.#watch = { trackId: track.id, watch };
  }

  #setStep<Name extends keyof CheckSteps>(name: Name, step: CheckSteps[Name]): void {
    const before = this.snapshot.steps[name];
    if (before.status === step.status && before.reason === step.reason) return;
    this.update({ steps: { ...this.snapshot.steps, [name]: step } });
  }

  protected override update(change: Partial<ReadyCheckState>): void {
    const next = { ...this.snapshot, ...change };
    const findings = next.phase === 'asking' ? null : findingsOf(next.steps);
    const phase = next.phase === 'checking' && findings ? 'done' : next.phase;
    super.update({ ...change, findings, phase });
  }
}
