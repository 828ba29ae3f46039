import { useParams } from 'wouter';
import { FeedbackPage } from '../../features/feedback/components/feedback-page';
import { MeetingError } from '../../features/feedback/components/meeting-error';
import type { KeptViews } from '../../features/feedback/kept-views';
import { feedbackMessages } from '../../features/feedback/messages';
import { TakeMoments } from '../../features/practice/components/take-moments';
import { useConsult } from '../../shared/consult/use-consult';
import { useMessages } from '../../shared/i18n/use-messages';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { paths } from '../paths';

const views: KeptViews = {
  loadBoardPictures: async () => (await import('../board/board-pictures')).BoardPictures,
  TakeMoments,
};

/** What stays after a consult: the mentor's form, the student's reading page. */
export function FeedbackRoute() {
  const { consultId } = useParams<{ consultId: string }>();
  const m = useMessages(feedbackMessages);
  const { data: consult, error, refetch } = useConsult(consultId);
  const title = consult?.role === 'mentor' ? m.mentorTitle({ nickname: consult.student.nickname }) : m.studentTitle;
  const links = { room: paths.room(consultId), ask: paths.ask, list: paths.live, history: paths.history };
  return (
    <Page title={title}>
      {consult ? (
        <FeedbackPage consult={consult} links={links} views={views} />
      ) : error ? (
        <MeetingError error={error} historyHref={paths.history} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
