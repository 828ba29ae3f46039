import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { PracticeHome } from '../../features/practice/components/practice-home';
import { SurveyPage } from '../../features/practice/components/survey-page';
import { ExamPage } from '../../features/practice/exam/components/exam-page';
import { ExamsPage } from '../../features/practice/exam/components/exams-page';
import { ComparePage } from '../../features/practice/compare/compare-page';
import { LibraryPage } from '../../features/practice/library/library-page';
import { OwnListPage } from '../../features/practice/written-feedback/student/own-list-page';
import { AnswerPage } from '../practice/answer-page';
import { practicePaths, practicePatterns } from '../practice-paths';
import { NotFoundRoute } from './not-found';

/** Comes with what compares texts. */
const OwnFeedbackPage = lazy(() =>
  import('../../features/practice/written-feedback/student/own-feedback-page').then(({ OwnFeedbackPage: page }) => ({
    default: page,
  })),
);

const LINKS = practicePaths;

const PracticeProgress = lazy(() =>
  import('../practice/practice-progress').then(({ PracticeProgress: page }) => ({ default: page })),
);

/** Where learners of spoken English practise by themselves. */
export function PracticeRoute() {
  return (
    <Switch>
      <Route path={practicePaths.home}>
        <PracticeHome links={LINKS} />
      </Route>
      <Route path={practicePaths.survey}>
        <SurveyPage links={LINKS} />
      </Route>
      <Route path={practicePaths.scripts}>
        <LibraryPage links={LINKS} />
      </Route>
      <Route path={practicePaths.exams}>
        <ExamsPage links={LINKS} />
      </Route>
      <Route path={practicePatterns.exam}>
        {({ examId }) => <ExamPage key={examId} examId={examId} links={LINKS} />}
      </Route>
      <Route path={practicePaths.feedback}>
        <OwnListPage links={LINKS} />
      </Route>
      <Route path={practicePatterns.feedback}>{({ id }) => <OwnFeedbackPage key={id} id={id} links={LINKS} />}</Route>
      <Route path={practicePaths.progress} component={PracticeProgress} />
      <Route path={practicePatterns.question}>
        {({ questionId }) => <AnswerPage key={questionId} questionId={questionId} />}
      </Route>
      <Route path={practicePatterns.compare}>
        {({ questionId }) => <ComparePage key={questionId} questionId={questionId} links={LINKS} />}
      </Route>
      <Route component={NotFoundRoute} />
    </Switch>
  );
}
