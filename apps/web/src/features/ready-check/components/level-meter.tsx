import { useEffect, useRef } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { readyCheckMessages } from '../messages';
import type { ReadyCheck } from '../ready-check';
import classes from './ready-check.module.css';

/** The quietest level that the meter shows, in dB below full scale. */
const FLOOR_DB = -60;

/** Loudness as people hear it, in percent of the meter. */
function percentOf(level: number): number {
  const decibels = level > 0 ? 20 * Math.log10(level) : FLOOR_DB;
  return Math.round(Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB)) * 100);
}

/** Moves with the voice, ten times a second, past React. */
export function LevelMeter({ check }: { readonly check: ReadyCheck }) {
  const m = useMessages(readyCheckMessages);
  const meter = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      check.onLevel((level) => {
        const percent = String(percentOf(level));
        meter.current?.style.setProperty('--level', percent);
        meter.current?.setAttribute('aria-valuenow', percent);
      }),
    [check],
  );
  return (
    <div
      ref={meter}
      className={classes.meter}
      role="meter"
      aria-label={m.level}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    />
  );
}
