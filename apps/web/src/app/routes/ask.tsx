import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Redirect, useLocation } from 'wouter';
import { AskForm } from '../../features/ask/components/ask-form';
import { askMessages } from '../../features/ask/messages';
import { keptReadiness } from '../../features/ready-check/kept-readiness';
import { currentConsultsQuery } from '../../shared/consult/consult-queries';
import { useConsultPushes } from '../../shared/consult/use-consult';
import { useUser } from '../../shared/hooks/use-user';
import { useMessages } from '../../shared/i18n/use-messages';
import { EmptyState } from '../../shared/ui/empty-state';
import { ErrorState } from '../../shared/ui/error-state';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { placeOf } from '../place-of';
import { paths } from '../paths';

/** Asking for help; whoever has asked already goes on where they were. */
export function AskRoute() {
  const m = useMessages(askMessages);
  const user = useUser();
  const [, navigate] = useLocation();
  useConsultPushes();
  const student = user.roles.includes('student');
  const current = useQuery({ ...currentConsultsQuery, enabled: student });
  if (!student) {
    return (
      <Page title={m.title}>
        <EmptyState
          title={m.notStudent}
          description={m.notStudentHint}
          action={
            <Button component={Link} href={paths.profile}>
              {m.toProfile}
            </Button>
          }
        />
      </Page>
    );
  }
  if (current.data?.asStudent) return <Redirect to={placeOf(current.data.asStudent)} replace />;
  return (
    <Page title={m.title} lead={m.lead}>
      {current.isPending ? (
        <Loading />
      ) : current.error && !current.data ? (
        <ErrorState error={current.error} onRetry={() => void current.refetch()} />
      ) : (
        <AskForm
          nickname={user.nickname}
          readinessFor={keptReadiness}
          checkHref={paths.check}
          onOpen={(consult) => navigate(placeOf(consult))}
        />
      )}
    </Page>
  );
}
