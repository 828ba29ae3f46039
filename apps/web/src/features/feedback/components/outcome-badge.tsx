import { Badge } from '@mantine/core';
import type { CorrectionOutcome } from '@ieum/signaling-protocol';
import { useMessages } from '../../../shared/i18n/use-messages';
import { feedbackMessages } from '../messages';

const COLORS: Record<CorrectionOutcome, string> = { accepted: 'sea', rejected: 'gray', open: 'apricot' };

/** What the student made of a correction in the room. */
export function OutcomeBadge({ outcome }: { readonly outcome: CorrectionOutcome }) {
  const m = useMessages(feedbackMessages);
  return (
    <Badge variant="outline" color={COLORS[outcome]} tt="none">
      {m.outcomes[outcome]}
    </Badge>
  );
}
