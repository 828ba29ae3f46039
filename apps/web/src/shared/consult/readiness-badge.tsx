import { Badge } from '@mantine/core';
import type { Readiness } from '@ieum/signaling-protocol';
import classes from './readiness-badge.module.css';
import { useConsultWords } from './use-consult-words';

/** What the student's device check came to, in one word; the sentence is for whoever points at it or hears it read. */
export function ReadinessBadge({ readiness }: { readonly readiness: Readiness }) {
  const words = useConsultWords();
  return (
    <Badge
      variant="default"
      tt="none"
      className={classes.badge}
      data-readiness={readiness}
      title={words.readinessTold[readiness]}
      leftSection={<span className={classes.dot} aria-hidden="true" />}
    >
      {words.readiness[readiness]}
    </Badge>
  );
}
