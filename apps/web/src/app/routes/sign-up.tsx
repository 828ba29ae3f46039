import { useSearchParams } from 'wouter';
import { AuthPage } from '../../features/auth/components/auth-page';
import { SignUpForm } from '../../features/auth/components/sign-up-form';
import { signUpMessages } from '../../features/auth/sign-up-messages';
import { useSession } from '../../shared/hooks/use-session';
import { useMessages } from '../../shared/i18n/use-messages';
import { GoOn } from '../go-on';
import { paths } from '../paths';
import { usePreloadSignedIn } from '../use-preload-signed-in';

export function SignUpRoute() {
  const m = useMessages(signUpMessages);
  const session = useSession();
  const [search] = useSearchParams();
  usePreloadSignedIn();
  const next = search.get('next');
  const door = search.get('for');
  if (session.status === 'signed-in') return <GoOn user={session.user} next={next} />;
  return (
    <AuthPage
      title={m.signUpTitle}
      lead={m.signUpLead}
      other={{
        question: m.haveAccount,
        label: m.toLogIn,
        href: next === null ? paths.logIn : `${paths.logIn}?next=${encodeURIComponent(next)}`,
      }}
    >
      <SignUpForm wants={door === 'get-help' || door === 'help-others' ? door : null} />
    </AuthPage>
  );
}
