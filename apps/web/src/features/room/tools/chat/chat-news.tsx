import { useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ToolNewsProps } from '../tool';
import { chatMessages } from './chat-messages';
import type { ChatModel } from './chat-model';

/** As much as one listens to while doing something else. */
const MOST_LETTERS = 120;

/** The latest message that came while the chat was closed; an open one tells its own. */
export function ChatNews({ model, partner: name }: ToolNewsProps<ChatModel>) {
  const m = useMessages(chatMessages);
  const { news } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  if (!news) return null;
  const text = news.text.length > MOST_LETTERS ? `${[...news.text].slice(0, MOST_LETTERS).join('')}…` : news.text;
  // Another element is another message.
  return <p key={news.id}>{text ? m.news({ name, text }) : m.newsPicture({ name })}</p>;
}
