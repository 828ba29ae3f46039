import { Stack } from '@mantine/core';
import { useState } from 'react';
import { type Decision, DecisionNotice } from './decision-notice';
import { FindPeople } from './find-people';
import { UnapprovedMentors } from './unapproved-mentors';

/** Mentors to approve, and anybody by name. */
export function PeoplePage() {
  const [decision, setDecision] = useState<Decision | null>(null);
  return (
    <Stack gap="xl">
      {decision && <DecisionNotice decision={decision} onDecided={setDecision} />}
      <UnapprovedMentors onDecided={setDecision} />
      <FindPeople onDecided={setDecision} />
    </Stack>
  );
}
