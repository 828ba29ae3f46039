import { useTickingNow } from '../../../shared/hooks/use-ticking-now';
import { useMessages } from '../../../shared/i18n/use-messages';
import { formatClock } from '../../../shared/lib/format-clock';
import { roomMessages } from '../messages';

/** How long both have been together; nothing before that. */
export function ElapsedTime({ since }: { readonly since: string | null }) {
  const m = useMessages(roomMessages);
  const now = useTickingNow();
  if (!since) return null;
  const elapsed = formatClock(now - Date.parse(since));
  return (
    <span role="timer" aria-label={`${m.elapsed} ${elapsed}`} style={{ fontVariantNumeric: 'tabular-nums' }}>
      {elapsed}
    </span>
  );
}
