import type { User } from '@ieum/api-contract';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { Loading } from '../shared/ui/loading';
import { homeOf } from './home-of';

interface GoOnProps {
  readonly user: User;
  readonly next: string | null;
}

/** Takes somebody who has just signed in, or was already, to what they came for. */
export function GoOn({ user, next }: GoOnProps) {
  const [, navigate] = useLocation();
  useEffect(() => {
    let here = true;
    const find = async () => {
      const { nextPath } = await import('./next-path');
      return nextPath(user, next);
    };
    const go = (path: string) => {
      if (here) navigate(path, { replace: true });
    };
    find().then(go, (error: unknown) => {
      window.reportError(error);
      go(homeOf(user.roles));
    });
    return () => void (here = false);
  }, [user, next, navigate]);
  return <Loading />;
}
