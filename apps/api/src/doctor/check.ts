import {
  DOCTOR_REASONS,
  DOCTOR_STATES,
  type DoctorCheckName,
  type DoctorFigure,
  type DoctorFigureName,
  type DoctorFinding,
  type DoctorReason,
  type DoctorState,
} from '@ieum/api-contract';
import { errorCode } from '../common/error-code';

/** How long a check may take, whatever it waits for. */
export const CHECK_WITHIN_MS = 5000;
/** How long one thing that it waits for may take. */
export const WAIT_WITHIN_MS = 4000;

/** Looks at one kind of thing. What it waits for ends by itself; what it throws is a fault of its own. */
export interface DoctorCheck {
  readonly name: DoctorCheckName;
  run(): Promise<DoctorFinding[]>;
}

type Figures = Partial<Record<DoctorFigureName, number | string | undefined>>;

const severity = (state: DoctorState): number => DOCTOR_STATES.indexOf(state);

export const worst = (states: readonly DoctorState[]): DoctorState =>
  states.reduce((a, b) => (severity(b) > severity(a) ? b : a), 'ok');

/** The reasons decide how bad it is. */
export function finding(
  check: DoctorCheckName,
  reasons: readonly DoctorReason[],
  figures: Figures = {},
  about: string | null = null,
): DoctorFinding {
  const stateOf = (reason: DoctorReason): DoctorState => DOCTOR_REASONS[reason];
  const sorted = [...new Set(reasons)].sort((a, b) => severity(stateOf(b)) - severity(stateOf(a)));
  return { check, about, state: worst(sorted.map(stateOf)), reasons: sorted, figures: listed(figures) };
}

/** A reason that holds, or none. */
export const when = (holds: boolean, reason: DoctorReason): DoctorReason[] => (holds ? [reason] : []);

/** What a driver says in a word of its own. Never its message, which may carry an address with a password. */
export function codeOf(error: unknown): string | undefined {
  const code = errorCode(error) ?? (error instanceof Error ? errorCode(error.cause) : undefined);
  if (code === 'ABORT_ERR') return 'ETIMEDOUT';
  return code && /^[A-Z0-9_]{2,60}$/u.test(code) ? code : undefined;
}

function listed(figures: Figures): DoctorFigure[] {
  return (Object.entries(figures) as [DoctorFigureName, number | string | undefined][]).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: typeof value === 'number' ? Math.round(value * 10) / 10 : value }],
  );
}
