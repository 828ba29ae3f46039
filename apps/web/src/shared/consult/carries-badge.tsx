import { Badge } from '@mantine/core';
import type { Carries } from '@ieum/signaling-protocol';
import { useMessages } from '../i18n/use-messages';
import { carriesMessages } from './carries-messages';

/** What of the student's practice goes along with a request. */
export function CarriesBadge({ carries: { takes, words } }: { readonly carries: Carries }) {
  const m = useMessages(carriesMessages);
  const label = takes === 0 ? m.script : words === 0 ? m.takes({ n: takes }) : m.scriptAndTakes({ n: takes });
  return (
    <Badge variant="light" color="apricot" tt="none" {...(words > 0 ? { title: m.told({ words }) } : {})}>
      {label}
    </Badge>
  );
}
