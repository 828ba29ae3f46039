import { VisuallyHidden } from '@mantine/core';
import type { PracticeDay, PracticeProgressResponse } from '@ieum/api-contract';
import { useMessages } from '../../../shared/i18n/use-messages';
import { weeksUntil } from './practice-days';
import { progressMessages } from './progress-messages';
import classes from './progress.module.css';
import { useDayNames } from './use-day-names';

/** A week a row; the more takes a day has, the darker it is. */
export function PracticeCalendar({ progress }: { readonly progress: PracticeProgressResponse }) {
  const m = useMessages(progressMessages);
  const names = useDayNames();
  const weeks = weeksUntil(progress.from, progress.today);
  const takes = new Map(progress.days.map((day) => [day.day, day.takes]));
  return (
    <table className={classes.calendar}>
      <VisuallyHidden component="caption">{m.calendar}</VisuallyHidden>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{m.week}</VisuallyHidden>
          </th>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col" abbr={names.weekdayInFull(day)}>
              {names.weekday(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            <th scope="row">{names.short(week[0] ?? '')}</th>
            {week.map((day) => (
              <td
                key={day}
                data-shade={shadeOf(takes.get(day) ?? 0)}
                aria-current={day === progress.today ? 'date' : undefined}
              >
                {day <= progress.today && (
                  <>
                    <span>{Number(day.slice(8))}</span>
                    {takes.has(day) && <VisuallyHidden>, {m.takes({ n: takes.get(day) ?? 0 })}</VisuallyHidden>}
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Nothing, a take, some, many. */
const shadeOf = (takes: PracticeDay['takes']): number => (takes === 0 ? 0 : takes === 1 ? 1 : takes < 5 ? 2 : 3);
