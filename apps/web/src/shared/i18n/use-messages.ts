import type { Messages, SameShape } from './define-messages';
import { useLanguage } from './language-provider';

/** The words of the reader's language. */
export function useMessages<M>(messages: Messages<M>): SameShape<M> {
  return messages[useLanguage().language];
}
