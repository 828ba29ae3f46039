import type { DoctorFinding } from '@ieum/api-contract';
import { codeOf, type DoctorCheck, finding, when } from '../check';
import type { Space, Subject } from '../subject';

const MB = 1_048_576;
const LOW_MB = 1024;
const FULL_MB = 200;

/**
 * Where the data lies: the data folder with the embedded database in it, or else the machine's own disk. For a
 * container that is the one on which the engine keeps its volumes, so that of the database beside it as well.
 */
export class DiskCheck implements DoctorCheck {
  readonly name = 'disk';

  constructor(private readonly subject: Subject) {}

  async run(): Promise<DoctorFinding[]> {
    const { config, machine } = this.subject;
    const folder = config.databaseUrl ? '/' : config.dataDir;
    let space: Space;
    try {
      space = await machine.space(folder);
    } catch (error) {
      return [finding(this.name, ['disk-unreadable'], { code: codeOf(error) }, folder)];
    }
    const [freeMb, totalMb] = [Math.floor(space.free / MB), Math.floor(space.total / MB)];
    const reasons = [...when(freeMb < FULL_MB, 'disk-full'), ...when(freeMb >= FULL_MB && freeMb < LOW_MB, 'disk-low')];
    return [finding(this.name, reasons, { freeMb, totalMb }, folder)];
  }
}
