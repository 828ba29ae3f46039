import { useQuery } from '@tanstack/react-query';
import { ReadyCheckCard } from '../../features/ready-check/components/ready-check-card';
import { readyCheckMessages } from '../../features/ready-check/messages';
import { currentConsultsQuery } from '../../shared/consult/consult-queries';
import { useUser } from '../../shared/hooks/use-user';
import { useMessages } from '../../shared/i18n/use-messages';
import { Page } from '../../shared/ui/page';

/** The ready check on its own, before there is a request; one that waits is told of it from here, too. */
export function CheckRoute() {
  const m = useMessages(readyCheckMessages);
  const student = useUser().roles.includes('student');
  const { data } = useQuery({ ...currentConsultsQuery, enabled: student });
  const open = data?.asStudent ?? null;
  return (
    <Page title={m.title} lead={m.pageLead}>
      <ReadyCheckCard consult={open?.status === 'waiting' ? open : null} student={student} titled={false} />
    </Page>
  );
}
