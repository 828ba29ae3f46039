import type { AdminPerson } from '@ieum/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { mentorsQuery, peopleKey, setApproval } from '../admin-queries';
import { replacePerson } from '../replace-person';

type Named = Pick<AdminPerson, 'id' | 'nickname'>;

/** Approves a mentor or takes that back, wherever on the page they are shown. */
export function useDecide(person: Named, onDecided: (decision: { person: Named; approved: boolean }) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (approved: boolean) => setApproval(person.id, approved),
    onSuccess: async (changed, approved) => {
      // A search is not made again for this: each is written down.
      client.setQueriesData({ queryKey: peopleKey }, replacePerson(changed));
      onDecided({ person, approved });
      await client.invalidateQueries(mentorsQuery);
    },
  });
}
