import classes from './practice.module.css';

interface TakeWaveProps {
  readonly peaks: readonly number[];
  /** How much of it was played, 0 to 1. */
  readonly played: number;
}

const BARS = 80;
const LEAST = 0.06;

/** What a take sounds like, and how far both are in it. The slider below says the same. */
export function TakeWave({ peaks, played }: TakeWaveProps) {
  if (peaks.length === 0) return null;
  return (
    <svg className={classes.wave} viewBox={`0 0 ${BARS} 1`} preserveAspectRatio="none" aria-hidden="true">
      {barsOf(peaks).map((height, index) => (
        <rect
          // A bar is its place.
          key={index}
          x={index + 0.2}
          width={0.6}
          y={(1 - height) / 2}
          height={height}
          data-played={(index + 0.5) / BARS <= played}
        />
      ))}
    </svg>
  );
}

/** The loudest of each part. */
function barsOf(peaks: readonly number[]): number[] {
  return Array.from({ length: BARS }, (_, index) => {
    const from = Math.floor((index * peaks.length) / BARS);
    const to = Math.max(from + 1, Math.floor(((index + 1) * peaks.length) / BARS));
    return Math.max(LEAST, ...peaks.slice(from, to));
  });
}
