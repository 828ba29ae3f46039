import { useMessages } from '../../../../shared/i18n/use-messages';
import { notesToolMessages } from './notes-tool-messages';

export const useNotesName = (): string => useMessages(notesToolMessages).name;
