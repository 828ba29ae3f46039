import { Stack, Text } from '@mantine/core';
import type { DocumentPart } from '@ieum/api-contract';
import type { Consult } from '@ieum/signaling-protocol';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { documentQuery } from '../../../../shared/consult-document/document-query';
import { UnreadableDocument } from '../../../../shared/consult-document/open-document';
import type { DocumentReading } from '../../../../shared/consult-document/read-document';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Notice } from '../../../../shared/ui/notice';
import type { KeptViews } from '../../kept-views';
import { isKept } from '../../is-kept';
import { keptMessages } from '../../kept-messages';
import { DeleteKept } from './delete-kept';
import type { Deletable } from './delete-kept';
import { BoardPart, ChatPart, CodePart, ScriptPart } from './kept-parts';
import { MomentsPart } from './moments-part';

interface KeptDocumentProps {
  readonly consult: Consult;
  readonly views: KeptViews;
}

/** What is kept of the meeting beside the feedback: script, moments of takes, chat, board and code. The student may have each of it erased. */
export function KeptDocument(props: KeptDocumentProps) {
  return isKept(props.consult) ? <Kept {...props} /> : null;
}

function Kept({ consult, views }: KeptDocumentProps) {
  const m = useMessages(keptMessages);
  const { data: reading, error, refetch } = useQuery(documentQuery(consult.id));
  const [deleted, setDeleted] = useState<Deletable | null>(null);
  const mayDelete = consult.role === 'student';
  const remove = (what: Deletable) =>
    mayDelete && <DeleteKept key={what} consultId={consult.id} what={what} onDeleted={setDeleted} />;

  // What was read stays when it could not be read anew, unless a part of it is deleted by now.
  if (error && (reading === undefined || deleted !== null)) {
    if (!(error instanceof UnreadableDocument)) return <ErrorState error={error} onRetry={() => void refetch()} />;
    return (
      <Stack>
        <Notice tone="bad" role="alert">
          {m.unreadable}
        </Notice>
        {remove('all')}
      </Stack>
    );
  }
  if (reading === undefined) return <Text role="status">{m.loading}</Text>;
  const parts = reading ? partsOf(reading) : [];
  // What nobody sees can be deleted, too.
  const hasMore = reading?.hasPractice === true && !parts.includes('moments');
  const props = { consult, actions: (part: DocumentPart) => remove(part) };
  return (
    <Stack gap="xl">
      <div role="status">{deleted && <Text>{m.deleted[deleted]}</Text>}</div>
      {reading && parts.includes('notes') && <ScriptPart {...props} reading={reading} />}
      {reading && parts.includes('moments') && (
        <MomentsPart {...props} reading={reading} TakeMoments={views.TakeMoments} />
      )}
      {reading && parts.includes('board') && <BoardPart {...props} reading={reading} views={views} />}
      {reading && parts.includes('chat') && <ChatPart {...props} reading={reading} />}
      {reading && parts.includes('code') && <CodePart {...props} reading={reading} />}
      {(parts.length > 1 || hasMore) && remove('all')}
    </Stack>
  );
}

/** Which parts have something in them. */
function partsOf({ script, moments, chat, code, board }: DocumentReading): DocumentPart[] {
  return [
    ...(script.blocks.some(hasWords) ? (['notes'] as const) : []),
    ...(moments.length > 0 ? (['moments'] as const) : []),
    ...(board.some(([key]) => key.startsWith('element:')) ? (['board'] as const) : []),
    ...(chat.length > 0 ? (['chat'] as const) : []),
    ...(code.trim() === '' ? [] : (['code'] as const)),
  ];
}

function hasWords(block: DocumentReading['script']['blocks'][number]): boolean {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'code':
      return block.content.some((piece) => piece.kind !== 'break');
    case 'quote':
      return block.blocks.some(hasWords);
    case 'list':
      return block.items.some((item) => item.some(hasWords));
    case 'rule':
      return false;
    case 'math':
      return true;
  }
}
