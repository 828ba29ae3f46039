import { useMessages } from '../../../../shared/i18n/use-messages';
import { chatToolMessages } from './chat-tool-messages';

export const useChatName = (): string => useMessages(chatToolMessages).name;
