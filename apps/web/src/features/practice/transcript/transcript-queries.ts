import { SpeechToText, TranscriptResponse } from '@ieum/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { apiRequest } from '../../../shared/lib/api-client';
import { serverClock } from '../../../shared/lib/server-clock';

/** How often a transcript that is being made is asked for: soon at first, then with patience. */
const LOOK_EVERY_MS = 1_500;
const LATER_EVERY_MS = 10_000;
const SOON_MS = 60_000;

/** Whether there is speech-to-text, and who hears the recordings then. */
export const speechToTextQuery = queryOptions({
  queryKey: ['practice', 'speech-to-text'],
  staleTime: Infinity,
  queryFn: ({ signal }) =>
    apiRequest({ method: 'GET', path: '/api/practice/speech-to-text', response: SpeechToText, signal }),
});

const pathOf = (recordingId: string) => `/api/recordings/${encodeURIComponent(recordingId)}/transcript`;

/** What was made of one take; looked at again as long as it is being made. */
export const transcriptQuery = (recordingId: string) =>
  queryOptions<TranscriptResponse>({
    queryKey: ['practice', 'transcripts', recordingId],
    refetchInterval: ({ state: { data, status } }) => {
      if (status === 'error' || data?.transcript?.status !== 'waiting') return false;
      const isNew = serverClock.now() - Date.parse(data.transcript.askedAt) < SOON_MS;
      return isNew ? LOOK_EVERY_MS : LATER_EVERY_MS;
    },
    queryFn: ({ signal }) =>
      apiRequest({ method: 'GET', path: pathOf(recordingId), response: TranscriptResponse, signal }),
  });

export const askForTranscript = (recordingId: string) =>
  apiRequest({ method: 'POST', path: pathOf(recordingId), response: TranscriptResponse });
