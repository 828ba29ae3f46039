import { once } from 'node:events';
import { isIP } from 'node:net';
import { checkServerIdentity, connect } from 'node:tls';
import type { DoctorReason } from '@ieum/api-contract';
import { codeOf, WAIT_WITHIN_MS, when } from './check';

export interface CertificateFacts {
  readonly reasons: readonly DoctorReason[];
  readonly daysLeft: number | undefined;
  readonly code: string | undefined;
}

interface Place {
  readonly host: string;
  readonly port: number;
  readonly now: Date;
  /** Certificates to trust, in PEM, instead of the well-known ones. */
  readonly ca: string | undefined;
}

const DAY_MS = 86_400_000;
/** Caddy renews 30 days before the end. */
const SOON_DAYS = 14;

/** What OpenSSL says of things that have a reason of their own here. */
const TOLD_ELSEWHERE = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID'];

/** Looks at the certificate that a server shows. */
export async function probeCertificate({ host, port, now, ca }: Place): Promise<CertificateFacts> {
  const socket = connect({
    host,
    port,
    ...(isIP(host) ? {} : { servername: host }),
    ...(ca === undefined ? {} : { ca }),
    // A bad one is what we are here to see. Nothing is sent to whoever shows it.
    rejectUnauthorized: false,
  });
  try {
    await once(socket, 'secureConnect', { signal: AbortSignal.timeout(WAIT_WITHIN_MS) });
    const certificate = socket.getPeerCertificate();
    const [from, to] = [Date.parse(certificate.valid_from), Date.parse(certificate.valid_to)];
    const daysLeft = Math.floor((to - now.getTime()) / DAY_MS);
    const ended = now.getTime() > to || now.getTime() < from;
    const problem = socket.authorized ? undefined : codeOfProblem(socket.authorizationError);
    const reasons = [
      ...when(ended, 'certificate-ended'),
      ...when(!ended && daysLeft < SOON_DAYS, 'certificate-ends-soon'),
      ...when(checkServerIdentity(host, certificate) !== undefined, 'certificate-other-name'),
      ...when(problem !== undefined && !TOLD_ELSEWHERE.includes(problem), 'certificate-untrusted'),
    ];
    return { reasons, daysLeft, code: problem };
  } catch (error) {
    return { reasons: ['certificate-unreachable'], daysLeft: undefined, code: codeOf(error) };
  } finally {
    socket.on('error', () => undefined).destroy();
  }
}

/** Node gives the code itself, and an error only for names. */
function codeOfProblem(problem: unknown): string {
  return typeof problem === 'string' ? problem : (codeOf(problem) ?? 'UNKNOWN');
}
