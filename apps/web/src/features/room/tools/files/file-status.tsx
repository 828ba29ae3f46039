import { Text } from '@mantine/core';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useFormat } from '../../../../shared/i18n/use-format';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { FileEntry } from './file-entry';
import { filesMessages } from './files-messages';
import classes from './files.module.css';
import { formatBytes } from './format-bytes';

interface FileStatusProps {
  readonly entry: FileEntry;
  readonly partner: string;
  readonly linkOpen: boolean;
}

/** Where a file stands, in words and, while it goes over, as a bar. */
export function FileStatus({ entry, partner, linkOpen }: FileStatusProps) {
  const { status } = entry.state;
  const words = useStatusWords(entry, partner, linkOpen);
  return (
    <>
      {(status === 'transferring' || status === 'paused') && (
        <progress className={classes.progress} aria-label={entry.name} max={entry.size} value={entry.bytes} />
      )}
      <Text fz="sm" className={classes.status} data-status={status}>
        {words.join(' · ')}
      </Text>
    </>
  );
}

function useStatusWords({ direction, state, bytes, size, rate }: FileEntry, name: string, linkOpen: boolean): string[] {
  const m = useMessages(filesMessages);
  const { language } = useLanguage();
  const { duration } = useFormat();
  const mine = direction === 'outgoing';
  const progress = m.progress({ done: formatBytes(bytes, language), total: formatBytes(size, language) });
  switch (state.status) {
    case 'offered':
      return [m.incoming.offered({ name })];
    case 'waiting':
      return [linkOpen ? m.outgoing.waiting({ name }) : m.outgoing.later({ name })];
    case 'transferring':
      if (!rate) return [progress];
      return [
        progress,
        formatBytes(rate, language, '-per-second'),
        m.left({ time: duration(Math.ceil((size - bytes) / rate)) }),
      ];
    case 'paused':
      return [progress, m.paused];
    case 'done':
      return [mine ? m.outgoing.done({ name }) : m.incoming.done];
    case 'declined':
      return [mine ? m.outgoing.declined({ name }) : m.incoming.declined];
    case 'cancelled':
      return [m.cancelled];
    case 'failed':
      return [[m.failed, m.failures[state.reason], mine ? '' : m.askAgain({ name })].filter(Boolean).join(' ')];
  }
}
