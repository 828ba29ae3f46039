import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Loading } from '../shared/ui/loading';
import { PublicFrame } from './layout/public-frame';
import { paths } from './paths';
import { LandingRoute } from './routes/landing';

const SignUpRoute = lazy(() => import('./routes/sign-up').then(({ SignUpRoute: route }) => ({ default: route })));
const LogInRoute = lazy(() => import('./routes/log-in').then(({ LogInRoute: route }) => ({ default: route })));
const NotFoundRoute = lazy(() => import('./routes/not-found').then(({ NotFoundRoute: route }) => ({ default: route })));
const SignedInArea = lazy(() => import('./signed-in-area').then(({ SignedInArea: area }) => ({ default: area })));

const SIGNED_IN =
  /^\/(?:ask|live|check|study|history|profile|(?:admin|practice|written-feedback)(?:\/.+)?|(?:wait|room)\/[^/]+|consults\/[^/]+\/feedback)\/?$/u;

/** The first screens are here or one small file away; everything behind the log-in comes with its own. */
export function Router() {
  return (
    <Switch>
      <Route path={SIGNED_IN}>
        <Suspense fallback={null}>
          <SignedInArea />
        </Suspense>
      </Route>
      <Route>
        <PublicFrame>
          <Suspense fallback={<Loading />}>
            <Switch>
              <Route path={paths.landing} component={LandingRoute} />
              <Route path={paths.signUp} component={SignUpRoute} />
              <Route path={paths.logIn} component={LogInRoute} />
              <Route component={NotFoundRoute} />
            </Switch>
          </Suspense>
        </PublicFrame>
      </Route>
    </Switch>
  );
}
