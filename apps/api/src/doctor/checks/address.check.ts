import type { DoctorFinding } from '@ieum/api-contract';
import { type DoctorCheck, finding, when } from '../check';
import type { Subject } from '../subject';

const LOCAL = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u;

/** The way that people come: proxy, name, port and all. */
export class AddressCheck implements DoctorCheck {
  readonly name = 'address';

  constructor(private readonly subject: Subject) {}

  async run(): Promise<DoctorFinding[]> {
    const { address } = this.subject;
    if (!address) return [finding(this.name, ['address-none'])];
    const { protocol, hostname } = new URL(address.origin);
    const plain = when(protocol === 'http:' && !LOCAL.test(hostname), 'address-without-https');
    const { reached, code, tookMs, isIeum, passesSockets } = await address.facts();
    if (!reached) return [finding(this.name, [...plain, 'address-unreachable'], { code }, address.origin)];
    const reasons = [
      ...plain,
      ...when(!isIeum, 'address-other-answer'),
      ...when(isIeum && !passesSockets, 'address-without-sockets'),
    ];
    return [finding(this.name, reasons, { tookMs }, address.origin)];
  }
}
