import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { freePort } from '@ieum/turn-client/testing';
import type { S3Settings } from '../../src/config/object-settings';
import { refuse, S3Front } from './s3-front';
import { isSigned } from './signature-v4';

/** The one log-in that s3rver knows. */
const KEY = 'S3RVER';
const PROGRAM = join(import.meta.dirname, 's3rver.mjs');

/**
 * A store that speaks S3, which can go and come back at the same address. s3rver keeps the objects; in front of it is
 * checked what it does not check: who signed, and whether what comes is what its hashes say.
 */
export class TestS3 {
  private front: S3Front | undefined;

  private constructor(
    private readonly port: number,
    private readonly folder: string,
    private readonly child: ChildProcess,
    private readonly behind: number,
  ) {}

  static async start(): Promise<TestS3> {
    const [port, behind] = [await freePort(), await freePort()];
    const folder = await mkdtemp(join(tmpdir(), 'ieum-s3-'));
    // Its tokens of long lists are made with a cipher that OpenSSL keeps apart.
    const args = ['--openssl-legacy-provider', PROGRAM, folder, String(behind)];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    while (!said.includes('listening')) await once(child.stdout, 'data');
    const s3 = new TestS3(port, folder, child, behind);
    await s3.start();
    return s3;
  }

  settings(others: Partial<S3Settings> = {}): S3Settings {
    return {
      kind: 's3',
      endpoint: this.url,
      region: 'us-east-1',
      bucket: 'ieum',
      accessKeyId: KEY,
      secretAccessKey: KEY,
      publicEndpoint: undefined,
      ...others,
    };
  }

  get environment() {
    return {
      S3_ENDPOINT: this.url,
      S3_BUCKET: 'ieum',
      S3_ACCESS_KEY_ID: KEY,
      S3_SECRET_ACCESS_KEY: KEY,
      // It says on Node 20 that versions of next year will want another.
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    };
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** One more way to it, which can be told to fail. */
  frontOf(): Promise<S3Front> {
    return S3Front.before(this.port);
  }

  async start(): Promise<void> {
    this.front = await S3Front.before(this.behind, {
      port: this.port,
      answer: (request, response, pass) => void guard(request, response, pass),
    });
  }

  async stop(): Promise<void> {
    await this.front?.close();
    this.front = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    const ended = once(this.child, 'close');
    this.child.kill();
    await ended;
    await rm(this.folder, { recursive: true });
  }
}

async function guard(request: IncomingMessage, response: ServerResponse, pass: (body: Buffer) => void): Promise<void> {
  const { method = '', url = '', headers } = request;
  const body = await buffer(request);
  const sha256 = createHash('sha256').update(body);
  const said = { sent: headers['x-amz-content-sha256'], kept: headers['x-amz-checksum-sha256'] };
  const is = { sent: sha256.copy().digest('hex'), kept: sha256.copy().digest('base64') };
  if (!isSigned({ method, url, headers }, KEY, KEY)) return refuse(response, 403, 'SignatureDoesNotMatch');
  if (said.sent && said.sent !== 'UNSIGNED-PAYLOAD' && said.sent !== is.sent) {
    return refuse(response, 400, 'XAmzContentSHA256Mismatch');
  }
  if (said.kept && said.kept !== is.kept) return refuse(response, 400, 'BadDigest');
  // It cannot forget the pieces of an upload.
  if (method === 'DELETE' && url.includes('uploadId=')) return void response.writeHead(204).end();
  pass(body);
}
