import type { DocumentPart } from '@ieum/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { deleteDocument, documentQuery } from '../../../../shared/consult-document/document-query';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { keptMessages } from '../../kept-messages';
import { DeleteButton } from '../delete-button';

export type Deletable = DocumentPart | 'all';

interface DeleteKeptProps {
  readonly consultId: string;
  readonly what: Deletable;
  readonly onDeleted: (what: Deletable) => void;
}

/** Erases a part of what is kept, or all of it. */
export function DeleteKept({ consultId, what, onDeleted }: DeleteKeptProps) {
  const m = useMessages(keptMessages);
  const client = useQueryClient();
  return (
    <DeleteButton
      words={{ label: m.delete[what], title: m.ask[what], text: m.askText, confirm: m.confirm, cancel: m.cancel }}
      remove={() => deleteDocument(consultId, what === 'all' ? undefined : what)}
      onDeleted={() => {
        onDeleted(what);
        return client.invalidateQueries({ queryKey: documentQuery(consultId).queryKey });
      }}
    />
  );
}
