import { useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ToolNewsProps } from '../tool';
import { codeMessages } from './code-messages';
import type { CodeModel } from './code-model';

/** That there is code where nobody looks. */
export function CodeNews({ model, partner }: ToolNewsProps<CodeModel>) {
  const m = useMessages(codeMessages);
  const unread = useSyncExternalStore(model.subscribe, model.unread);
  return unread > 0 && <p>{m.news({ name: partner })}</p>;
}
