import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { askForTranscript, transcriptQuery } from './transcript-queries';

/** The text of one take, and asking for it. */
export function useTranscript(recordingId: string) {
  const client = useQueryClient();
  const { data, error } = useQuery(transcriptQuery(recordingId));
  const ask = useMutation({
    mutationFn: () => askForTranscript(recordingId),
    onSuccess: async (answer) => {
      const { queryKey } = transcriptQuery(recordingId);
      // One that was asked for before knows nothing of it.
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, answer);
    },
  });
  const transcript = data?.transcript ?? null;
  return {
    transcript,
    isLoading: data === undefined && error === null,
    error: ask.error ?? error,
    canAsk:
      data !== undefined &&
      (transcript === null || transcript.status === 'failed' || transcript.status === 'no-speech'),
    isAsking: ask.isPending,
    ask: () => ask.mutate(),
  };
}

export type TranscriptAccess = ReturnType<typeof useTranscript>;
