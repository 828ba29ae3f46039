import { Kind, Language, Topic, topicBelongsTo } from '@ieum/signaling-protocol';
import { CreateConsultRequest } from '@ieum/api-contract';
import { z } from 'zod';

/** The longest message a request may have, in UTF-16 code units. */
export const MESSAGE_MAX = 500;

/** A request being written. `requestId` is made once a draft, so that sending it twice makes one consult. */
export const AskDraft = z.object({
  requestId: z.uuid(),
  kind: Kind.nullable(),
  topic: Topic.nullable(),
  language: Language,
  message: z.string(),
});
export type AskDraft = z.infer<typeof AskDraft>;

export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const KEY = 'ieum.ask-draft';

export const newDraft = (requestId: string, language: Language): AskDraft => ({
  requestId,
  kind: null,
  topic: null,
  language,
  message: '',
});

/** The draft this tab was left with, if it is whole. */
export function readDraft(storage: DraftStorage): AskDraft | null {
  const stored = storage.getItem(KEY);
  if (stored === null) return null;
  try {
    const parsed = AskDraft.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function writeDraft(storage: DraftStorage, draft: AskDraft): void {
  storage.setItem(KEY, JSON.stringify(draft));
}

export function clearDraft(storage: DraftStorage): void {
  storage.removeItem(KEY);
}

/** Another kind has other topics: a topic that does not belong to it is taken back. */
export function withKind(draft: AskDraft, kind: Kind): AskDraft {
  return { ...draft, kind, topic: draft.topic && topicBelongsTo(draft.topic, kind) ? draft.topic : null };
}

/** A closed request to send once more: the same words under a new id. */
export function draftOf(consult: Omit<AskDraft, 'requestId'>, requestId: string): AskDraft {
  const { kind, topic, language, message } = consult;
  return { requestId, kind, topic, language, message };
}

export type MissingPart = 'kind' | 'topic' | 'message' | 'message-too-long' | 'message-characters';

/** What the server will take, or the parts that are not there yet, in the order of the form. */
export function toCreateRequest(draft: AskDraft): { request: CreateConsultRequest } | { missing: MissingPart[] } {
  const parsed = CreateConsultRequest.safeParse(draft);
  if (parsed.success) return { request: parsed.data };
  const missing: MissingPart[] = [];
  if (!draft.kind) missing.push('kind');
  if (!draft.topic) missing.push('topic');
  if (draft.message.trim() === '') missing.push('message');
  else if (draft.message.trim().length > MESSAGE_MAX) missing.push('message-too-long');
  else if (parsed.error.issues.some((issue) => issue.path[0] === 'message')) missing.push('message-characters');
  return { missing };
}
