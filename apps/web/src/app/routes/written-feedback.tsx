import { Route, Switch } from 'wouter';
import { JobPage } from '../../features/practice/written-feedback/mentor/job-page';
import { JobsPage } from '../../features/practice/written-feedback/mentor/jobs-page';
import { feedbackJobPaths, feedbackJobPattern } from '../feedback-job-paths';
import { NotFoundRoute } from './not-found';

/** Where mentors write to students. */
export function WrittenFeedbackRoute() {
  return (
    <Switch>
      <Route path={feedbackJobPaths.jobs}>
        <JobsPage links={feedbackJobPaths} />
      </Route>
      <Route path={feedbackJobPattern}>{({ id }) => <JobPage key={id} id={id} links={feedbackJobPaths} />}</Route>
      <Route component={NotFoundRoute} />
    </Switch>
  );
}
