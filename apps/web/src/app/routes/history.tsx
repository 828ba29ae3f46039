import { HistoryList } from '../../features/history/components/history-list';
import { historyMessages } from '../../features/history/messages';
import { useUser } from '../../shared/hooks/use-user';
import { useMessages } from '../../shared/i18n/use-messages';
import { Page } from '../../shared/ui/page';
import { paths } from '../paths';

const LINKS = { waiting: paths.wait, room: paths.room, feedback: paths.feedback, ask: paths.ask, list: paths.live };

/** Every consult of the user, on either side. */
export function HistoryRoute() {
  const m = useMessages(historyMessages);
  const { roles } = useUser();
  return (
    <Page title={m.title}>
      <HistoryList roles={roles} links={LINKS} />
    </Page>
  );
}
