import { StudyPage } from '../../features/study/components/study-page';
import { studyMessages } from '../../features/study/messages';
import { useMessages } from '../../shared/i18n/use-messages';
import { Page } from '../../shared/ui/page';
import { paths } from '../paths';

/** A student's progress and practice. */
export function StudyRoute() {
  const m = useMessages(studyMessages);
  return (
    <Page title={m.title} lead={m.lead}>
      <StudyPage askHref={paths.ask} />
    </Page>
  );
}
