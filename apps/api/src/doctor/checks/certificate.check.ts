import type { DoctorFinding } from '@ieum/api-contract';
import { probeCertificate } from '../certificate-probe';
import { type DoctorCheck, finding } from '../check';
import type { Subject } from '../subject';

const HTTPS_PORT = 443;

export class CertificateCheck implements DoctorCheck {
  readonly name = 'certificate';

  constructor(private readonly subject: Subject) {}

  async run(): Promise<DoctorFinding[]> {
    const { address, machine } = this.subject;
    if (!address?.origin.startsWith('https:')) return [finding(this.name, ['certificate-none'])];
    const { hostname, port } = new URL(address.origin);
    const { reasons, daysLeft, code } = await probeCertificate({
      host: hostname.replace(/^\[|\]$/gu, ''),
      port: Number(port || HTTPS_PORT),
      now: machine.clock.now(),
      ca: machine.ca,
    });
    return [finding(this.name, reasons, { daysLeft, code }, address.origin)];
  }
}
