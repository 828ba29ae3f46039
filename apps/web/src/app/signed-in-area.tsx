import '../shared/config/all-styles';
import { Container } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useSession } from '../shared/hooks/use-session';
import { sessionStore } from '../shared/lib/session-store';
import { RealtimeProvider } from '../shared/realtime/realtime-provider';
import { ConnectionBanner } from '../shared/ui/connection-banner';
import { ErrorState } from '../shared/ui/error-state';
import { PageLoading } from '../shared/ui/page-loading';
import { createQueryClient } from './create-query-client';
import { paths, patterns } from './paths';
import { RoomPage } from './room-page';

const SignedInPages = lazy(() => import('./signed-in-pages').then(({ SignedInPages: pages }) => ({ default: pages })));

/** Everything behind the log-in: one connection and one cache for as long as one user stays signed in. */
export function SignedInArea() {
  const session = useSession();
  const [path] = useLocation();
  const unasked = session.status === 'unknown' && session.error === undefined;
  useEffect(() => {
    if (unasked) void sessionStore.restore();
  }, [unasked]);

  if (session.status === 'signed-in') {
    return (
      <ForOneUser key={session.user.id}>
        <ConnectionBanner />
        <Suspense fallback={<PageLoading />}>
          <Switch>
            <Route path={patterns.room} component={RoomPage} />
            <Route component={SignedInPages} />
          </Switch>
        </Suspense>
      </ForOneUser>
    );
  }
  if (session.status === 'signed-out') {
    // To the start page when that was the user's wish; else to the log-in, and back here from there.
    return <Redirect to={session.byUser ? paths.landing : `${paths.logIn}?next=${encodeURIComponent(path)}`} replace />;
  }
  if (session.error === undefined) return <PageLoading />;
  return (
    <Container size="xs" py="xl">
      <ErrorState error={session.error} onRetry={() => void sessionStore.restore()} />
    </Container>
  );
}

function ForOneUser({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <RealtimeProvider>{children}</RealtimeProvider>
    </QueryClientProvider>
  );
}
