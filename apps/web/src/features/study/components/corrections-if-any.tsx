import { useQuery } from '@tanstack/react-query';
import { correctionsOf } from '../progress-columns';
import { progressQuery } from '../study-queries';
import { CorrectionsOverTime } from './corrections-over-time';

/** For a page about something else: nothing where mentors have corrected nothing, or where it cannot be told. */
export function CorrectionsIfAny() {
  const { data } = useQuery(progressQuery);
  return data && correctionsOf(data.points) > 0 ? <CorrectionsOverTime points={data.points} /> : null;
}
