import { useSearchParams } from 'wouter';
import { AuthPage } from '../../features/auth/components/auth-page';
import { LogInForm } from '../../features/auth/components/log-in-form';
import { authMessages } from '../../features/auth/messages';
import { useSession } from '../../shared/hooks/use-session';
import { useMessages } from '../../shared/i18n/use-messages';
import { GoOn } from '../go-on';
import { paths } from '../paths';
import { usePreloadSignedIn } from '../use-preload-signed-in';

export function LogInRoute() {
  const m = useMessages(authMessages);
  const session = useSession();
  const [search] = useSearchParams();
  usePreloadSignedIn();
  const next = search.get('next');
  if (session.status === 'signed-in') return <GoOn user={session.user} next={next} />;
  const reason = session.status === 'signed-out' ? session.reason : undefined;
  return (
    <AuthPage
      title={m.logInTitle}
      notice={reason && (reason === 'auth/refresh-reused' ? m.signedOutForSafety : m.signedOut)}
      other={{
        question: m.noAccount,
        label: m.toSignUp,
        href: next === null ? paths.signUp : `${paths.signUp}?next=${encodeURIComponent(next)}`,
      }}
    >
      <LogInForm />
    </AuthPage>
  );
}
