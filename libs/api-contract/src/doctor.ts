import { Timestamp } from '@ieum/signaling-protocol';
import { z } from 'zod';

/** What an operator is shown, in this order. */
export const DOCTOR_CHECKS = [
  'database',
  'valkey',
  'relay',
  'clock',
  'certificate',
  'address',
  'disk',
  'memory',
  'speech-to-text',
  'mail',
  'object-store',
] as const;
export const DoctorCheckName = z.enum(DOCTOR_CHECKS);
export type DoctorCheckName = z.infer<typeof DoctorCheckName>;

/** From the best to the worst. */
export const DOCTOR_STATES = ['ok', 'not-configured', 'warning', 'failing'] as const;
export const DoctorState = z.enum(DOCTOR_STATES);
export type DoctorState = z.infer<typeof DoctorState>;

/** Everything that a check can find, and how bad it is. */
export const DOCTOR_REASONS = {
  'database-not-started': 'warning',
  'database-unreachable': 'failing',
  'database-refused': 'failing',
  'database-too-old': 'failing',
  'database-behind': 'failing',
  'database-read-only': 'failing',
  'database-slow': 'warning',
  'database-connections-low': 'warning',
  'valkey-none': 'not-configured',
  'valkey-unreachable': 'failing',
  'valkey-refused': 'failing',
  'valkey-slow': 'warning',
  'nodes-cut-off': 'failing',
  'relay-none': 'not-configured',
  'relay-only-here': 'warning',
  'relay-unreachable': 'failing',
  'relay-refused-log-in': 'failing',
  'relay-full': 'failing',
  'relay-dead-end': 'failing',
  'relay-takes-anybody': 'failing',
  'relay-leads-inside': 'failing',
  'relay-slow': 'warning',
  'clock-not-compared': 'warning',
  'clock-drifts': 'warning',
  'clock-off': 'failing',
  'certificate-none': 'not-configured',
  'certificate-unreachable': 'failing',
  'certificate-ended': 'failing',
  'certificate-other-name': 'failing',
  'certificate-untrusted': 'failing',
  'certificate-ends-soon': 'warning',
  'address-none': 'not-configured',
  'address-without-https': 'warning',
  'address-unreachable': 'failing',
  'address-other-answer': 'failing',
  'address-without-sockets': 'failing',
  'disk-unreadable': 'warning',
  'disk-low': 'warning',
  'disk-full': 'failing',
  'memory-low': 'warning',
  'speech-none': 'not-configured',
  'speech-unreachable': 'failing',
  'speech-refused': 'failing',
  'speech-model-missing': 'failing',
  'speech-key-unreadable': 'failing',
  'mail-not-needed': 'not-configured',
  'object-store-empty': 'not-configured',
  'object-store-unreachable': 'failing',
  'object-store-refused': 'failing',
  'object-store-no-bucket': 'failing',
  'object-store-full': 'failing',
  'object-store-unwritable': 'failing',
  'object-store-forgetful': 'failing',
  'object-store-apart': 'warning',
  'object-store-slow': 'warning',
  'timed-out': 'failing',
  'check-broke': 'failing',
} as const satisfies Record<string, DoctorState>;
export type DoctorReason = keyof typeof DOCTOR_REASONS;
export const DoctorReason = z.enum(Object.keys(DOCTOR_REASONS) as [DoctorReason, ...DoctorReason[]]);

export const DOCTOR_FIGURES = [
  'version',
  'tookMs',
  'sizeMb',
  'freeConnections',
  'missingMigrations',
  'nodes',
  'allocateMs',
  'roundTripMs',
  'relayedBytes',
  'daysLeft',
  'secondsOff',
  'freeMb',
  'totalMb',
  'code',
] as const;
export const DoctorFigureName = z.enum(DOCTOR_FIGURES);
export type DoctorFigureName = z.infer<typeof DoctorFigureName>;

export const DoctorFigure = z.object({ name: DoctorFigureName, value: z.union([z.number(), z.string()]) });
export type DoctorFigure = z.infer<typeof DoctorFigure>;

/** One thing that was looked at. It never carries a secret. */
export const DoctorFinding = z.object({
  check: DoctorCheckName,
  /** Which of several: an address, a folder. `null` where there is only one. */
  about: z.string().nullable(),
  state: DoctorState,
  /** The worst first; none when all is well. */
  reasons: z.array(DoctorReason),
  figures: z.array(DoctorFigure),
});
export type DoctorFinding = z.infer<typeof DoctorFinding>;

/** What one node found when it looked at itself and at what it stands on. */
export const DoctorReport = z.object({
  checkedAt: Timestamp,
  /** That of the worst finding; what is not configured counts as well. */
  state: z.enum(['ok', 'warning', 'failing']),
  findings: z.array(DoctorFinding),
});
export type DoctorReport = z.infer<typeof DoctorReport>;
