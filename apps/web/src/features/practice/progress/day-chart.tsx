import { niceTop } from '../../../shared/lib/nice-top';
import { daysBetween } from './practice-days';
import classes from './progress.module.css';
import { useDayNames } from './use-day-names';

/** Of a day's width, the part that is drawn. */
const WIDTH = 0.72;

export interface DayValue {
  readonly day: string;
  readonly value: number;
}

interface DayChartProps {
  readonly from: string;
  readonly today: string;
  readonly values: readonly DayValue[];
  readonly kind: 'columns' | 'line';
  /** What it shows, for whoever does not see it. */
  readonly label: string;
}

/** A figure of each day that has one, over time. */
export function DayChart({ from, today, values, kind, label }: DayChartProps) {
  const names = useDayNames();
  const days = daysBetween(from, today);
  const places = new Map(days.map((day, index) => [day, index]));
  const top = niceTop(Math.max(0, ...values.map(({ value }) => value)));
  const points = values.map(({ day, value }) => ({ day, x: places.get(day) ?? 0, y: top - value, value }));
  return (
    <div className={classes.chart}>
      <div className={classes.scale} aria-hidden="true">
        <span>{top}</span>
        <span>{top / 2}</span>
        <span>0</span>
      </div>
      <svg
        className={classes.drawing}
        viewBox={`0 0 ${days.length} ${top}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {[0, top / 2, top].map((y) => (
          <line key={y} x1="0" x2={days.length} y1={y} y2={y} />
        ))}
        {kind === 'columns' ? (
          points.map(({ day, x, y, value }) => (
            <rect key={day} x={x + (1 - WIDTH) / 2} y={y} width={WIDTH} height={value} />
          ))
        ) : (
          <>
            <polyline points={points.map(({ x, y }) => `${x + 0.5},${y}`).join(' ')} />
            {/* A line without length is a round dot, whatever the picture is stretched to. */}
            {points.map(({ day, x, y }) => (
              <path key={day} d={`M${x + 0.5} ${y}h0`} />
            ))}
          </>
        )}
      </svg>
      <div className={classes.times} aria-hidden="true">
        <span>{names.short(from)}</span>
        <span>{names.short(today)}</span>
      </div>
    </div>
  );
}
