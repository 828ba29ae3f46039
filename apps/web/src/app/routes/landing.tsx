import { LandingPage } from '../../features/landing/components/landing-page';
import { useSession } from '../../shared/hooks/use-session';
import { signUpFor } from '../sign-up-for';
import { paths } from '../paths';

/** The doors lead past the sign-up for whoever is signed in. */
export function LandingRoute() {
  const signedIn = useSession().status === 'signed-in';
  return (
    <LandingPage
      getHelpHref={signedIn ? paths.ask : signUpFor('get-help')}
      helpSomeoneHref={signedIn ? paths.live : signUpFor('help-others')}
    />
  );
}
