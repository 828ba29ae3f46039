import { Button, Group, Stack, Text } from '@mantine/core';
import type { DocumentPart } from '@ieum/api-contract';
import type { Consult } from '@ieum/signaling-protocol';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ChatEntry } from '../../../../shared/consult-document/chat-entry';
import type { DocumentReading } from '../../../../shared/consult-document/read-document';
import { toMarkdown } from '../../../../shared/consult-document/script-markdown';
import { useFormat } from '../../../../shared/i18n/use-format';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { printPart } from '../../../../shared/lib/print-part';
import { saveText } from '../../../../shared/lib/save-file';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Section } from '../../../../shared/ui/section';
import type { KeptViews } from '../../kept-views';
import { toChatText } from '../../chat-text';
import { keptMessages } from '../../kept-messages';
import { ChatView } from './chat-view';
import classes from './kept.module.css';
import { ScriptView } from './script-view';

export interface PartProps {
  readonly consult: Consult;
  readonly reading: DocumentReading;
  /** How to erase it; nothing for whoever may not. */
  readonly actions: (part: DocumentPart) => ReactNode;
}

/** The day of the meeting, in an order that sorts. */
const dayOf = ({ createdAt }: Consult): string => createdAt.slice(0, 10);

export function ScriptPart({ consult, reading, actions }: PartProps) {
  const m = useMessages(keptMessages);
  const { blocks, isCut } = reading.script;
  const save = () =>
    saveText(`${m.scriptName({ date: dayOf(consult) })}.md`, toMarkdown(reading.script), 'text/markdown');
  return (
    <div data-print-part="script">
      <Section title={m.script} lead={m.scriptHint}>
        <Stack gap="md">
          <ScriptView blocks={blocks} />
          {isCut && <Text c="dimmed">{m.cut}</Text>}
          <Group gap="sm">
            <Button variant="default" onClick={save}>
              {m.saveMarkdown}
            </Button>
            <Button variant="default" onClick={() => printPart('script')}>
              {m.print}
            </Button>
            {actions('notes')}
          </Group>
        </Stack>
      </Section>
    </div>
  );
}

export function ChatPart({ consult, reading, actions }: PartProps) {
  const m = useMessages(keptMessages);
  const format = useFormat();
  const nameOf = ({ by }: ChatEntry): string => {
    if (by === consult.role) return m.you;
    return (by === 'student' ? consult.student.nickname : consult.mentor?.nickname) ?? m.formerMentor;
  };
  const save = () => {
    const words = { name: nameOf, time: ({ at }: ChatEntry) => format.dateTime(at) };
    const text = toChatText(reading.chat, { ...words, picture: m.picture, deleted: m.takenBackShort });
    saveText(`${m.chatName({ date: dayOf(consult) })}.txt`, text, 'text/plain');
  };
  return (
    <div data-print-part="chat">
      <Section title={m.chat}>
        <Stack gap="md">
          <ChatView messages={reading.chat} nameOf={nameOf} />
          <Group gap="sm">
            <Button variant="default" onClick={save}>
              {m.saveText}
            </Button>
            {actions('chat')}
          </Group>
        </Stack>
      </Section>
    </div>
  );
}

interface BoardPartProps extends PartProps {
  readonly views: KeptViews;
}

export function BoardPart({ consult, reading, actions, views }: BoardPartProps) {
  const m = useMessages(keptMessages);
  const code = useQuery({
    queryKey: ['board-pictures'],
    queryFn: async () => ({ Pictures: await views.loadBoardPictures() }),
    staleTime: Infinity,
  });
  return (
    <div data-print-part="board">
      <Section title={m.board}>
        <Stack gap="md">
          {code.isPending && <Text role="status">{m.boardLoading}</Text>}
          {code.error && <ErrorState error={code.error} onRetry={() => void code.refetch()} />}
          {code.data && <code.data.Pictures board={reading.board} fileName={m.boardName({ date: dayOf(consult) })} />}
          <Group gap="sm">{actions('board')}</Group>
        </Stack>
      </Section>
    </div>
  );
}

export function CodePart({ consult, reading, actions }: PartProps) {
  const m = useMessages(keptMessages);
  const save = () => saveText(`${m.codeName({ date: dayOf(consult) })}.txt`, reading.code, 'text/plain');
  return (
    <div data-print-part="code">
      <Section title={m.code}>
        <Stack gap="md">
          <pre className={classes.code}>{reading.code}</pre>
          <Group gap="sm">
            <Button variant="default" onClick={save}>
              {m.saveText}
            </Button>
            {actions('code')}
          </Group>
        </Stack>
      </Section>
    </div>
  );
}
