import '../../../shared/ui/print.css';
import type { AdminCallTimeline } from '@ieum/api-contract';
import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { saveText } from '../../../shared/lib/save-file';
import type { AdminLinks } from '../admin-links';
import { callQuery } from '../admin-queries';
import { adminCallMessages } from '../call-messages';
import classes from './admin.module.css';
import { CallStory } from './call-story';
import { CallSummary } from './call-summary';
import { Fresh } from './fresh';

interface CallPageProps {
  readonly consultId: string;
  readonly links: AdminLinks;
}

/** One call from the request to its end, to read, to keep and to print. */
export function CallPage({ consultId, links }: CallPageProps) {
  const m = useMessages(adminCallMessages);
  const query = useQuery(callQuery(consultId));
  return (
    <Stack gap="md">
      <Link href={links.calls} className={classes.link} data-print="no">
        {m.back}
      </Link>
      <Fresh query={query}>
        {(call) => (
          <>
            <Group gap="sm">
              <Button variant="default" onClick={() => download(call)}>
                {m.download}
              </Button>
              <Button variant="default" onClick={() => window.print()}>
                {m.print}
              </Button>
            </Group>
            <CallSummary call={call} />
            <CallStory call={call} />
          </>
        )}
      </Fresh>
    </Stack>
  );
}

function download(call: AdminCallTimeline): void {
  saveText(`ieum-call-${call.consultId}.json`, `${JSON.stringify(call, null, 2)}\n`, 'application/json');
}
