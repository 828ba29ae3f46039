import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { errorText } from '../../../../shared/i18n/error-messages';
import { formatDateTime } from '../../../../shared/i18n/format';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { formatClock } from '../../../../shared/lib/format-clock';
import { recorderMessages } from '../recorder-messages';
import { toldStatus } from '../take-row';
import type { TakeRow } from '../take-row';
import { SendingProgress } from './sending-progress';

interface UnfinishedRowProps {
  readonly row: TakeRow;
  readonly otherQuestion: boolean;
  readonly onSend: () => void;
  readonly onDiscard: () => void;
}

const TODAY: Intl.DateTimeFormatOptions = { timeStyle: 'short' };
const EARLIER: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

export function UnfinishedRow({ row, otherQuestion, onSend, onDiscard }: UnfinishedRowProps) {
  const m = useMessages(recorderMessages);
  const { language } = useLanguage();
  const { error } = row;
  const status = toldStatus(row);
  const [today] = useState(() => new Date().toDateString());
  const isToday = new Date(row.startedAt).toDateString() === today;
  const words = {
    time: formatDateTime(row.startedAt, language, isToday ? TODAY : EARLIER),
    length: formatClock(row.durationMs),
  };
  const asks = status === 'kept' || status === 'refused';
  return (
    <li>
      <Text fw={600}>{status === 'kept' ? m.kept(words) : m.take(words)}</Text>
      {otherQuestion && <Text fz="sm">{m.keptOther}</Text>}
      {status !== 'kept' && status !== 'stored' && (
        <Text fz="sm" role="status">
          {status === 'refused' && row.inMemory ? m.refusedInPage : m.statuses[status]}{' '}
          {status === 'refused' && errorText(error, language)}
        </Text>
      )}
      {!asks && <SendingProgress row={row} />}
      <Group gap="sm" mt="xs">
        {status === 'kept' && <Button onClick={onSend}>{m.sendKept}</Button>}
        {(status === 'refused' || status === 'retrying') && (
          <Button variant="default" onClick={onSend}>
            {m.tryAgain}
          </Button>
        )}
        {(asks || status === 'retrying') && (
          <Button variant="subtle" color="red" onClick={onDiscard}>
            {m.discard}
          </Button>
        )}
      </Group>
    </li>
  );
}
