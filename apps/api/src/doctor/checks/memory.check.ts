import type { DoctorFinding } from '@ieum/api-contract';
import { type DoctorCheck, finding, when } from '../check';
import type { Subject } from '../subject';

const MB = 1_048_576;
const LOW_MB = 100;

/** Of the machine, or of the container where it has a limit. */
export class MemoryCheck implements DoctorCheck {
  readonly name = 'memory';

  constructor(private readonly subject: Subject) {}

  run(): Promise<DoctorFinding[]> {
    const { free, total } = this.subject.machine.memory();
    const [freeMb, totalMb] = [Math.floor(free / MB), Math.floor(total / MB)];
    return Promise.resolve([finding(this.name, when(freeMb < LOW_MB, 'memory-low'), { freeMb, totalMb })]);
  }
}
