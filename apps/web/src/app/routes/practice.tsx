import { Route, Switch } from 'wouter';
import { PracticeHome } from '../../features/practice/components/practice-home';
import { QuestionPage } from '../../features/practice/components/question-page';
import { SurveyPage } from '../../features/practice/components/survey-page';
import { practicePaths, practicePatterns } from '../practice-paths';
import { NotFoundRoute } from './not-found';

const LINKS = practicePaths;

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
      <Route path={practicePatterns.question}>
        {({ questionId }) => <QuestionPage questionId={questionId} links={LINKS} />}
      </Route>
      <Route component={NotFoundRoute} />
    </Switch>
  );
}
