import type { FeedbackJobResponse } from '@ieum/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { jobQuery, jobsKey } from './job-queries';

/** Changes a request: what comes of it is shown everywhere, and where it is refused it is looked at how it stands. */
export function useJobChange<Input>(
  id: string,
  change: (input: Input) => Promise<FeedbackJobResponse | null>,
  onDone?: (answer: FeedbackJobResponse) => void,
) {
  const client = useQueryClient();
  const { queryKey } = jobQuery(id);
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      if (!answer) return;
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, answer);
      void client.invalidateQueries({ queryKey: [...jobsKey, 'list'] });
      onDone?.(answer);
    },
    onError: () => client.invalidateQueries({ queryKey: jobsKey }),
  });
}
