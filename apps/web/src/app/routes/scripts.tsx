import { LibraryPage } from '../../features/practice/library/library-page';
import { paths } from '../paths';

const LINKS = { studio: paths.practice, question: paths.practiceQuestion };

/** What a learner wrote and recorded. */
export function ScriptsRoute() {
  return <LibraryPage links={LINKS} />;
}
