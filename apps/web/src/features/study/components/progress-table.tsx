import { CORRECTION_CATEGORIES } from '@ieum/signaling-protocol';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useMessages } from '../../../shared/i18n/use-messages';
import { studyMessages } from '../messages';
import type { ProgressColumns } from '../progress-columns';
import classes from './study.module.css';
import { useColumnNames } from './use-column-names';

/** What the chart shows, in numbers; the newest first. */
export function ProgressTable({ progress }: { readonly progress: ProgressColumns }) {
  const m = useMessages(studyMessages);
  const words = useConsultWords();
  const names = useColumnNames(progress.period);
  return (
    <details className={classes.details}>
      <summary>{m.table}</summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{m.when}</th>
            <th scope="col">{m.meetings}</th>
            <th scope="col">{m.total}</th>
            <th scope="col">{m.byCategory}</th>
          </tr>
        </thead>
        <tbody>
          {progress.columns.toReversed().map(({ start, meetings, counts, total }) => (
            <tr key={start.getTime()}>
              <th scope="row">{names.long(start)}</th>
              <td>{meetings}</td>
              <td>{total}</td>
              <td>
                {CORRECTION_CATEGORIES.filter((category) => counts[category] > 0)
                  .map((category) => `${words.categories[category]} ${counts[category]}`)
                  .join(', ') || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
