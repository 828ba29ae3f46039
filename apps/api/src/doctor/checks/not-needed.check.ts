import type { DoctorFinding } from '@ieum/api-contract';
import { type DoctorCheck, finding } from '../check';

/** Operators look for it, and are told that this version has no setting for it. */
export class NotNeededCheck implements DoctorCheck {
  constructor(readonly name: 'mail') {}

  run(): Promise<DoctorFinding[]> {
    return Promise.resolve([finding(this.name, [`${this.name}-not-needed`])]);
  }
}
