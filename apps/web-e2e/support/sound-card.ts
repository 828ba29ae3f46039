import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A sound card that nobody hears. Where there is none at all, Firefox neither plays a sound nor measures one. */
export class SoundCard {
  private constructor(
    /** By which a browser finds it. */
    readonly environment: Readonly<Record<string, string>>,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<SoundCard> {
    const folder = await mkdtemp(path.join(tmpdir(), 'ieum-sound-'));
    const socket = path.join(folder, 'native');
    const server = spawn(
      'pulseaudio',
      [
        ...['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', '--log-level=info'],
        ...['-L', `module-native-protocol-unix socket=${socket} auth-anonymous=1`, '-L', 'module-null-sink'],
      ],
      // Nothing of whoever's home it is.
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { PATH: process.env['PATH'], HOME: folder, XDG_RUNTIME_DIR: folder },
      },
    );
    const closed = once(server, 'close');
    let said = '';
    server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const begins = async () => {
      while (!said.includes('startup complete')) await once(server.stderr, 'data');
    };
    await Promise.race([begins(), closed]);
    if (server.exitCode !== null) throw new Error(`pulseaudio ended: ${said}`);
    return new SoundCard({ PULSE_SERVER: `unix:${socket}` }, async () => {
      server.kill();
      await closed;
      await rm(folder, { recursive: true, force: true });
    });
  }
}
