import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConsult } from './support/consult-fixtures';
import { TestSocket } from './support/socket-client';
import { startTestApi, type TestApi } from './support/test-api';

const SCRIPT = fileURLToPath(new URL('../../../libs/signaling-protocol/examples/plain-client.mjs', import.meta.url));

type Line = Record<string, unknown>;

/** The lines that the script has printed, and the next one that is wanted. */
class Script {
  readonly lines: Line[] = [];
  private readonly reader;

  constructor(readonly child: ChildProcess) {
    if (!child.stdout) throw new Error('The script has no output.');
    this.reader = createInterface(child.stdout);
    this.reader.on('line', (line) => this.lines.push(JSON.parse(line) as Line));
  }

  async says(wanted: Line): Promise<void> {
    const found = () => this.lines.some((line) => Object.entries(wanted).every(([key, value]) => line[key] === value));
    while (!found()) await once(this.reader, 'line', { signal: AbortSignal.timeout(10_000) });
  }
}

describe('a client that is not ours and follows PROTOCOL.md', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it('logs in, takes a request from the list, and takes part in the room', async () => {
    const mentor = await api.registerMentor();
    const script = new Script(
      spawn(process.execPath, [SCRIPT, api.url, mentor.email, mentor.password], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env['PATH'] },
      }),
    );
    await script.says({ subscribed: 0 });
    const student = await api.registerStudent();
    const { id } = await createConsult(api, student);
    await script.says({ joined: id });

    const socket = await TestSocket.connect(api.url, student.accessToken);
    const { peers } = await socket.ask('room:join', { consultId: id, peerId: randomUUID() });
    const to = peers[0]?.peerId ?? '';
    await script.says({ peerJoined: 'student' });
    await socket.ask('signal:description', { to, connection: 0, description: { type: 'offer', sdp: 'v=0\r\n' } });
    expect(await socket.next('signal:description')).toEqual({
      from: to,
      connection: 0,
      description: { type: 'answer', sdp: 'v=0\r\n' },
    });
    await socket.ask('signal:candidate', { to, connection: 0, candidate: null });
    await script.says({ candidate: 'end' });
    await socket.ask('signal:renew', { to, connection: 1 });
    await script.says({ renew: 1 });
    await script.says({ status: 'live' });

    const exited = once(script.child, 'exit');
    await api.post(`/api/consults/${id}/end`, undefined, mentor);
    await script.says({ status: 'ended' });
    expect(await exited).toEqual([0, null]);
    socket.close();
  });
});
