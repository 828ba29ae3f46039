import type { Consult, EarlyOffer } from '@ieum/signaling-protocol';
import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { LiveList } from '../../features/live-list/components/live-list';
import type { CardPreview } from '../../features/live-list/components/live-list';
import { liveListMessages } from '../../features/live-list/messages';
import { CarriedOpener, CarriedPreview } from '../../features/practice/carried/carried-preview';
import { FeedbackJobsLink } from '../../features/practice/written-feedback/mentor/feedback-jobs-link';
import { useMessages } from '../../shared/i18n/use-messages';
import { useRealtime } from '../../shared/realtime/realtime-provider';
import { Notice } from '../../shared/ui/notice';
import { Page } from '../../shared/ui/page';
import { useClosedMeeting } from '../closed-meeting';
import { feedbackJobPaths } from '../feedback-job-paths';
import { paths } from '../paths';
import { placeOf } from '../place-of';
import { loadedRoom } from '../room-code';
import { usePreloadRoom } from '../use-preload-room';

const preview: CardPreview = {
  renderOpener: (card, onOpen) => <CarriedOpener nickname={card.nickname} onOpen={() => onOpen(card)} />,
  renderOpened: ({ card, gone }, onClose) => <CarriedPreview carrier={card} gone={gone} onClose={onClose} />,
};

/** Who waits for help now, for mentors. */
export function LiveListRoute() {
  const m = useMessages(liveListMessages);
  const [, navigate] = useLocation();
  const closed = useClosedMeeting();
  usePreloadRoom();
  const connection = useRealtime();
  const [count, setCount] = useState(0);
  const enter = useCallback(
    (consult: Consult, offer: EarlyOffer | null) => {
      // Before its page is drawn: the other side waits.
      loadedRoom()?.visitsAhead.begin(consult, offer, connection);
      navigate(placeOf(consult));
    },
    [connection, navigate],
  );
  return (
    <Page title={m.title} documentTitle={count > 0 ? `(${count}) ${m.title}` : m.title}>
      {closed && (
        <Notice tone="calm" role="status">
          {m.closed[closed.closedBy]({ name: closed.partner })}
        </Notice>
      )}
      <FeedbackJobsLink href={feedbackJobPaths.jobs} />
      <LiveList
        profileHref={paths.profile}
        checkHref={paths.check}
        preview={preview}
        onAccepted={enter}
        onCount={setCount}
      />
    </Page>
  );
}
