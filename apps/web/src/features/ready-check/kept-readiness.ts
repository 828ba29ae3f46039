import type { Kind, Readiness } from '@ieum/signaling-protocol';
import { readFindings } from './kept-findings';
import { readinessOf } from './readiness';

/** What the last check of this tab means for a request of this kind; `null` without one. */
export function keptReadiness(kind: Kind | null): Readiness | null {
  const findings = readFindings(sessionStorage, Date.now());
  return findings && readinessOf(findings, kind);
}
