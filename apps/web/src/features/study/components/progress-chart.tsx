import { CORRECTION_CATEGORIES } from '@ieum/signaling-protocol';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useMessages } from '../../../shared/i18n/use-messages';
import { niceTop } from '../../../shared/lib/nice-top';
import { studyMessages } from '../messages';
import type { ProgressColumns } from '../progress-columns';
import { sum } from '../progress-columns';
import classes from './study.module.css';
import { useColumnNames } from './use-column-names';

/** Of a column's width, the part that is drawn. */
const WIDTH = 0.68;
const MOST_LABELS = 4;

/** Columns of corrections, each stacked by category. The same stands in a table for whoever does not see it. */
export function ProgressChart({ progress }: { readonly progress: ProgressColumns }) {
  const m = useMessages(studyMessages);
  const words = useConsultWords();
  const names = useColumnNames(progress.period);
  const { columns } = progress;
  const all = sum(columns.map(({ counts }) => counts));
  const shown = CORRECTION_CATEGORIES.filter((category) => all[category] > 0);
  const corrections = shown.reduce((total, category) => total + all[category], 0);
  const most = shown.toSorted((a, b) => all[b] - all[a])[0] ?? 'other';
  const top = niceTop(Math.max(1, ...columns.map(({ total }) => total)));
  const every = Math.ceil(columns.length / MOST_LABELS);
  return (
    <div>
      <ul className={classes.legend}>
        {shown.map((category) => (
          <li key={category} data-category={category}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
              <rect width="12" height="12" rx="3" />
            </svg>
            {words.categories[category]}
          </li>
        ))}
      </ul>
      <div className={classes.chart}>
        <div className={classes.scale} aria-hidden="true">
          <span>{top}</span>
          <span>{top / 2}</span>
          <span>0</span>
        </div>
        <svg
          className={classes.columns}
          viewBox={`0 0 ${columns.length} ${top}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={m.chart({ corrections, most: words.categories[most] })}
        >
          {[0, top / 2, top].map((y) => (
            <line key={y} x1="0" x2={columns.length} y1={y} y2={y} />
          ))}
          {columns.map(({ start, counts }, index) => {
            let y = top;
            return shown.map((category) => {
              y -= counts[category];
              return (
                <rect
                  key={`${start.getTime()} ${category}`}
                  data-category={category}
                  x={index + (1 - WIDTH) / 2}
                  y={y}
                  width={WIDTH}
                  height={counts[category]}
                />
              );
            });
          })}
        </svg>
        <div className={classes.times} aria-hidden="true">
          {columns.map(({ start }, index) => (
            <span key={start.getTime()}>{(columns.length - 1 - index) % every === 0 && names.short(start)}</span>
          ))}
        </div>
      </div>
    </div>
  );
}
