import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { PageLoading } from '../shared/ui/page-loading';
import { SignedInFrame } from './layout/signed-in-frame';
import { OpenConsultBanner } from './open-consult-banner';
import { paths, patterns } from './paths';

const AskRoute = lazy(() => import('./routes/ask').then(({ AskRoute: route }) => ({ default: route })));
const WaitingRoute = lazy(() => import('./routes/waiting').then(({ WaitingRoute: route }) => ({ default: route })));
const LiveListRoute = lazy(() => import('./routes/live-list').then(({ LiveListRoute: route }) => ({ default: route })));
const CheckRoute = lazy(() => import('./routes/check').then(({ CheckRoute: route }) => ({ default: route })));
const FeedbackRoute = lazy(() => import('./routes/feedback').then(({ FeedbackRoute: route }) => ({ default: route })));
const StudyRoute = lazy(() => import('./routes/study').then(({ StudyRoute: route }) => ({ default: route })));
const PracticeRoute = lazy(() => import('./routes/practice').then(({ PracticeRoute: route }) => ({ default: route })));
const WrittenFeedbackRoute = lazy(() =>
  import('./routes/written-feedback').then(({ WrittenFeedbackRoute: route }) => ({ default: route })),
);
const HistoryRoute = lazy(() => import('./routes/history').then(({ HistoryRoute: route }) => ({ default: route })));
const AdminRoute = lazy(() => import('./routes/admin').then(({ AdminRoute: route }) => ({ default: route })));
const ProfileRoute = lazy(() => import('./routes/profile').then(({ ProfileRoute: route }) => ({ default: route })));

const ADMIN = /^\/admin(?:\/.*)?$/u;
const PRACTICE = /^\/practice(?:\/.*)?$/u;
const WRITTEN_FEEDBACK = /^\/written-feedback(?:\/.*)?$/u;

/** The signed-in pages that have the header. */
export function SignedInPages() {
  return (
    <SignedInFrame>
      <OpenConsultBanner />
      <Suspense fallback={<PageLoading />}>
        <Switch>
          <Route path={paths.ask} component={AskRoute} />
          <Route path={patterns.wait} component={WaitingRoute} />
          <Route path={paths.live} component={LiveListRoute} />
          <Route path={paths.check} component={CheckRoute} />
          <Route path={patterns.feedback} component={FeedbackRoute} />
          <Route path={paths.study} component={StudyRoute} />
          <Route path={PRACTICE} component={PracticeRoute} />
          <Route path={WRITTEN_FEEDBACK} component={WrittenFeedbackRoute} />
          <Route path={paths.history} component={HistoryRoute} />
          <Route path={paths.profile} component={ProfileRoute} />
          <Route path={ADMIN} component={AdminRoute} />
        </Switch>
      </Suspense>
    </SignedInFrame>
  );
}
