import type { DoctorFinding } from '@ieum/api-contract';
import { type DoctorCheck, finding, when } from '../check';
import type { Subject } from '../subject';

const DRIFT_SECONDS = 2;
const OFF_SECONDS = 30;

interface Told {
  readonly date: Date;
  readonly askedAt: number;
}

/** Log-ins of the relay carry the time at which they end: two clocks that differ too much refuse each other's. */
export class ClockCheck implements DoctorCheck {
  readonly name = 'clock';

  constructor(private readonly subject: Subject) {}

  async run(): Promise<DoctorFinding[]> {
    const [database, address] = await Promise.allSettled([this.subject.database(), this.subject.address?.facts()]);
    const byDatabase = database.status === 'fulfilled' ? database.value?.time : undefined;
    const byAddress = address.status === 'fulfilled' ? address.value?.time : undefined;
    const offs = [
      ...(byDatabase ? [this.off(byDatabase, 0)] : []),
      // Told in whole seconds.
      ...(byAddress ? [this.off(byAddress, 1)] : []),
    ];
    if (offs.length === 0) return [finding(this.name, ['clock-not-compared'])];
    const off = Math.max(...offs);
    return [
      finding(
        this.name,
        [...when(off > OFF_SECONDS, 'clock-off'), ...when(off > DRIFT_SECONDS && off <= OFF_SECONDS, 'clock-drifts')],
        { secondsOff: off },
      ),
    ];
  }

  /** How far our clock was from theirs when they told it; `steps`: the seconds within which they may have told it. */
  private off({ date, askedAt }: Told, steps: number): number {
    const ours = this.subject.machine.clock.now().getTime() - (performance.now() - askedAt);
    const ahead = (ours - date.getTime()) / 1000;
    return ahead < 0 ? -ahead : Math.max(0, ahead - steps);
  }
}
