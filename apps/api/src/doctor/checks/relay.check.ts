import type { DoctorFinding } from '@ieum/api-contract';
import { parseTurnUri } from '@ieum/turn-client';
import { isRelayUri } from '../../config/relays';
import { probeCertificate } from '../certificate-probe';
import { type DoctorCheck, finding, when } from '../check';
import { isOnlyHere, leadsInside, type Relay, relaysOf, takesAnybody, tryRelay } from '../relay-probe';
import type { Subject } from '../subject';

const ECHO_WITHIN_MS = 3000;
const GUARDS_WITHIN_MS = 1500;
const SLOW_MS = 300;

export class RelayCheck implements DoctorCheck {
  readonly name = 'relay';

  constructor(private readonly subject: Subject) {}

  async run(): Promise<DoctorFinding[]> {
    const relays = this.relays();
    if (relays.length === 0) return [finding(this.name, ['relay-none'])];
    return Promise.all(relays.map((relay) => this.look(relay)));
  }

  private async look(relay: Relay): Promise<DoctorFinding> {
    const { ca } = this.subject.machine;
    const server = parseTurnUri(relay.uri);
    // In a container that would be the container itself, which has no relay and needs none.
    if (this.subject.config.production && isOnlyHere(server)) return this.finding(relay, ['relay-only-here']);
    const shown = server.transport === 'tls' ? await this.certificate(server) : undefined;
    if (shown?.reasons.includes('certificate-unreachable'))
      return this.finding(relay, ['relay-unreachable'], { code: shown.code });
    const { echo, reason, code } = await tryRelay(relay, ECHO_WITHIN_MS, ca);
    const figures = {
      allocateMs: echo?.allocateMs,
      roundTripMs: echo?.roundTripMs,
      relayedBytes: echo?.bytes,
      daysLeft: shown?.daysLeft,
    };
    // Browsers do not go on where the certificate is bad, and neither did we.
    const certificate = shown?.reasons ?? [];
    if (!echo) {
      const bad = certificate.some((each) => each !== 'certificate-ends-soon');
      return this.finding(relay, bad || !reason ? certificate : [...certificate, reason], { ...figures, code });
    }
    const [anybody, inside] = await Promise.all([
      takesAnybody(relay, GUARDS_WITHIN_MS, ca),
      leadsInside(relay, GUARDS_WITHIN_MS, ca),
    ]);
    const reasons = [
      ...certificate,
      ...when(anybody, 'relay-takes-anybody'),
      ...when(inside, 'relay-leads-inside'),
      ...when(echo.roundTripMs > SLOW_MS, 'relay-slow'),
    ];
    return this.finding(relay, reasons, figures);
  }

  private certificate({ host, port }: { host: string; port: number }) {
    const { clock, ca } = this.subject.machine;
    return probeCertificate({ host, port, now: clock.now(), ca });
  }

  private finding({ uri }: Relay, ...[reasons, figures]: ReasonsAndFigures): DoctorFinding {
    return finding(this.name, reasons, figures, uri);
  }

  /** As rooms are told of them: ours, and those that are there as they are. */
  private relays(): Relay[] {
    const { turn, iceServers } = this.subject.config;
    const fixed = iceServers.flatMap(({ urls, username = '', credential = '' }) =>
      urls.filter(isRelayUri).map((uri) => ({ uri, logIn: { username, credential } })),
    );
    return [...(turn ? relaysOf(turn, this.subject.machine.clock) : []), ...fixed];
  }
}

type ReasonsAndFigures = [reasons: Parameters<typeof finding>[1], figures?: NonNullable<Parameters<typeof finding>[2]>];
