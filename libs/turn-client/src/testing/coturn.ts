import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Certificate, makeCertificate } from './certificate';
import { freePort } from './free-port';

export type Transport = 'udp' | 'tcp' | 'tls';

interface CoturnOptions {
  /** How browsers may reach it; by UDP and TCP if not given. Towards the other side it relays by UDP in any case. */
  readonly transports?: readonly Transport[];
  /** With the settings file that is deployed: nobody is relayed to the loopback then. */
  readonly deployed?: boolean;
  /** Relays from 127.0.0.2 and refuses every other special address: a good relay of the internet, in small. */
  readonly guarded?: boolean;
  /** What it shows by TLS; one of its own if not given. */
  readonly certificate?: Certificate;
  /** Takes everybody in. */
  readonly open?: boolean;
  /** How many relay addresses there are. */
  readonly addresses?: number;
}

const DEPLOYED = resolve(import.meta.dirname, '../../../../deploy/coturn/turnserver.conf');

interface Place {
  readonly folder: string;
  readonly port: number;
  readonly tlsPort: number;
  readonly secret: string;
  readonly certificate: Certificate;
}

/** A real TURN server on the loopback, with a secret of its own (draft-uberti-behave-turn-rest-00). */
export class Coturn {
  #printed = '';

  private constructor(
    private readonly place: Place,
    private readonly transports: readonly Transport[],
    private readonly child: ChildProcess,
  ) {}

  static async start(options: CoturnOptions = {}): Promise<Coturn> {
    const { transports = ['udp', 'tcp'] } = options;
    const place = {
      folder: await mkdtemp(join(tmpdir(), 'ieum-turn-')),
      port: await freePort(),
      tlsPort: await freePort(),
      secret: randomBytes(16).toString('hex'),
      certificate: options.certificate ?? (await makeCertificate()),
    };
    await writeFile(join(place.folder, 'cert.pem'), place.certificate.cert);
    await writeFile(join(place.folder, 'key.pem'), place.certificate.key);
    const child = spawn('turnserver', flags(place, transports, options), { stdio: ['ignore', 'pipe', 'pipe'] });
    // Also when a test fails before it stops what it started.
    const end = () => child.kill();
    process.once('exit', end);
    child.once('close', () => process.off('exit', end));
    const server = new Coturn(place, transports, child);
    await server.#ready();
    return server;
  }

  get port(): number {
    return this.place.port;
  }

  /** To be trusted by who comes by TLS. */
  get ca(): string {
    return this.place.certificate.cert;
  }

  /** As `TURN_URLS` wants them, the fastest first; also those that this server was told not to answer. */
  get urls(): string[] {
    const plain = ['udp', 'tcp'].map((transport) => `turn:127.0.0.1:${this.place.port}?transport=${transport}`);
    return this.transports.includes('tls') ? [...plain, `turns:127.0.0.1:${this.place.tlsPort}?transport=tcp`] : plain;
  }

  /** What to start an `IeumServer` with, so that its people use this server. */
  get settings(): Readonly<Record<string, string>> {
    return { TURN_URLS: this.urls.join(','), TURN_SECRET: this.place.secret };
  }

  /** What the server has logged so far. */
  get printed(): string {
    return this.#printed;
  }

  /** A log-in as the API hands them out; a past end or another secret make one that must be refused. */
  credentials({ endsInSeconds = 600, secret = this.place.secret } = {}): { username: string; credential: string } {
    const username = `${Math.floor(Date.now() / 1000) + endsInSeconds}:e2e`;
    return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      // Not before all that it printed is here.
      const closed = once(this.child, 'close');
      this.child.kill('SIGTERM');
      await closed;
    }
    await rm(this.place.folder, { recursive: true, force: true });
  }

  /** Waits until every listener is open and the threads behind them run. */
  async #ready(): Promise<void> {
    const { port, tlsPort } = this.place;
    const sockets = { udp: ['UDP', port], tcp: ['TCP', port], tls: ['T(CP|LS)', tlsPort] } as const;
    const signs = this.transports
      .map((transport) => sockets[transport])
      .map(([kind, number]) => new RegExp(`${kind} listener opened on ?: 127.0.0.1:${number}\\b`))
      .concat(/IO method \(admin thread\)/);
    await new Promise<void>((ready, failed) => {
      const read = (chunk: Buffer) => {
        this.#printed += chunk.toString();
        if (signs.every((sign) => sign.test(this.#printed))) ready();
      };
      this.child.stdout?.on('data', read);
      this.child.stderr?.on('data', read);
      this.child.once('error', failed);
      this.child.once('exit', (code) => failed(new Error(`turnserver ended with ${code}:\n${this.#printed}`)));
    });
  }
}

function flags(
  { folder, port, tlsPort, secret }: Place,
  transports: readonly Transport[],
  { deployed = false, guarded = false, open = false, addresses }: CoturnOptions,
): string[] {
  const special = ['127.0.0.0-127.255.255.255', '169.254.0.0-169.254.255.255', '10.0.0.0-10.255.255.255'];
  const guard = ['--allowed-peer-ip=127.0.0.2', ...special.map((range) => `--denied-peer-ip=${range}`)];
  const tls = [
    `--tls-listening-port=${tlsPort}`,
    `--cert=${join(folder, 'cert.pem')}`,
    `--pkey=${join(folder, 'key.pem')}`,
  ];
  return [
    ...(deployed ? ['-c', DEPLOYED, '--relay-ip=::1'] : ['-n']),
    ...['--verbose', '--log-file=stdout', `--pidfile=${join(folder, 'pid')}`, `--userdb=${join(folder, 'db')}`],
    ...(open ? ['--no-auth'] : ['--use-auth-secret', `--static-auth-secret=${secret}`]),
    ...(addresses === undefined ? [] : [`--total-quota=${addresses}`]),
    '--realm=ieum.test',
    ...['--listening-ip=127.0.0.1', `--listening-port=${port}`, '--no-dtls', '--no-rfc5780'],
    ...(transports.includes('udp') ? [] : ['--no-udp']),
    ...(transports.includes('tcp') ? [] : ['--no-tcp']),
    ...(transports.includes('tls') ? tls : ['--no-tls']),
    // Above the ports that Linux hands out by itself.
    `--relay-ip=${guarded ? '127.0.0.2' : '127.0.0.1'}`,
    ...(guarded ? guard : []),
    ...['--min-port=61000', '--max-port=65535', '--relay-threads=1'],
    // Peers on the loopback are allowed only where nobody else can log in: hence the password, too.
    ...(deployed ? [] : ['--allow-loopback-peers']),
    ...['--no-cli', `--cli-password=${secret}`],
  ];
}
