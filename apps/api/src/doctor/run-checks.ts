import type { DoctorFinding, DoctorReport } from '@ieum/api-contract';
import type { Clock } from '../common/clock';
import { CHECK_WITHIN_MS, codeOf, type DoctorCheck, finding, worst } from './check';

/** Told of a check that threw: a fault of its own. */
export type OnBroken = (name: string, place: string) => void;

/** All at the same time; none can hold up the others, nor end them. Never rejects. */
export async function runChecks(
  checks: readonly DoctorCheck[],
  clock: Clock,
  onBroken: OnBroken,
  withinMs = CHECK_WITHIN_MS,
): Promise<DoctorReport> {
  const findings = (await Promise.all(checks.map((check) => runOne(check, onBroken, withinMs)))).flat();
  const state = worst(findings.map((each) => each.state));
  return { checkedAt: clock.now().toISOString(), state: state === 'not-configured' ? 'ok' : state, findings };
}

async function runOne(check: DoctorCheck, onBroken: OnBroken, withinMs: number): Promise<DoctorFinding[]> {
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<DoctorFinding[]>((resolve) => {
    timer = setTimeout(() => resolve([finding(check.name, ['timed-out'])]), withinMs);
  });
  try {
    return await Promise.race([check.run(), timedOut]);
  } catch (error) {
    onBroken(check.name, placeOf(error));
    return [finding(check.name, ['check-broke'], { code: codeOf(error) })];
  } finally {
    clearTimeout(timer);
  }
}

/** Where it happened, without the message: that may carry what it was about. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /u.test(line)) ?? [];
  return [error.name, ...frames].join('\n');
}
