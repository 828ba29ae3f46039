import { useQueryClient } from '@tanstack/react-query';
import { consultKeys } from '../../../shared/consult/consult-queries';
import { useMessages } from '../../../shared/i18n/use-messages';
import { deleteFeedback, feedbackQuery } from '../feedback-queries';
import { feedbackMessages } from '../messages';
import { DeleteButton } from './delete-button';

export function DeleteFeedback({ consultId }: { readonly consultId: string }) {
  const m = useMessages(feedbackMessages);
  const client = useQueryClient();
  return (
    <DeleteButton
      words={{
        label: m.delete,
        title: m.deleteTitle,
        text: m.deleteText,
        confirm: m.deleteConfirm,
        cancel: m.deleteCancel,
      }}
      remove={() => deleteFeedback(consultId)}
      onDeleted={() => {
        client.setQueryData(feedbackQuery(consultId).queryKey, 'deleted');
        return client.invalidateQueries({ queryKey: consultKeys.all });
      }}
    />
  );
}
