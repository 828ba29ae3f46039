import '../../../shared/ui/print.css';
import { Button } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { EmptyState } from '../../../shared/ui/empty-state';
import { isGone } from '../is-gone';
import type { KeptViews } from '../kept-views';
import { useFeedback } from '../hooks/use-feedback';
import { feedbackMessages } from '../messages';
import { MeetingError } from './meeting-error';
import { FeedbackSkeleton, MentorFeedback } from './mentor-feedback';
import { StudentFeedback } from './student-feedback';

export interface FeedbackLinks {
  readonly room: string;
  readonly ask: string;
  readonly list: string;
  readonly history: string;
}

interface FeedbackPageProps {
  readonly consult: Consult;
  readonly links: FeedbackLinks;
  readonly views: KeptViews;
}

/** What stays after a consult: the mentor writes it, the student reads it, at one address. */
export function FeedbackPage({ consult, links, views }: FeedbackPageProps) {
  const m = useMessages(feedbackMessages);
  const ended = consult.status === 'ended';
  const feedback = useFeedback(consult.id, ended);
  if (!ended) {
    // Only a consult in which both met can end; one that was cancelled or expired closed before that.
    const open = consult.status !== 'cancelled' && consult.status !== 'expired';
    return (
      <EmptyState
        title={open ? m.notEnded : m.neverMetTitle}
        description={open ? m.notEndedText : m.neverMetText}
        action={
          <Button component={Link} href={open ? links.room : links.history}>
            {open ? m.toRoom : m.toHistory}
          </Button>
        }
      />
    );
  }
  // What is shown stays when it could only not be loaded anew: somebody may be writing in it.
  if (feedback.data === undefined || isGone(feedback.error)) {
    return feedback.error ? (
      <MeetingError error={feedback.error} historyHref={links.history} onRetry={() => void feedback.refetch()} />
    ) : (
      <FeedbackSkeleton />
    );
  }
  return consult.role === 'student' ? (
    <StudentFeedback consult={consult} feedback={feedback.data} views={views} askHref={links.ask} />
  ) : (
    <MentorFeedback consult={consult} feedback={feedback.data} views={views} listHref={links.list} />
  );
}
