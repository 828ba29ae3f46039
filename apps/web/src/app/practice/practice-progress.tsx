import { ProgressPage } from '../../features/practice/progress/progress-page';
import { CorrectionsIfAny } from '../../features/study/components/corrections-if-any';
import { practicePaths } from '../practice-paths';

/** How practice goes: what a learner did alone, and what mentors corrected. */
export const PracticeProgress = () => <ProgressPage links={practicePaths} corrections={<CorrectionsIfAny />} />;
