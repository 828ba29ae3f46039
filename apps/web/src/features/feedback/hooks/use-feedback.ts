import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRealtime } from '../../../shared/realtime/realtime-provider';
import { feedbackQuery } from '../feedback-queries';

/** The feedback of a consult, kept up to date by the server's pushes. */
export function useFeedback(consultId: string, enabled: boolean) {
  const realtime = useRealtime();
  const client = useQueryClient();
  useEffect(() => {
    const { queryKey } = feedbackQuery(consultId);
    const stops = [
      realtime.on('feedback:changed', (push) => {
        if (push.consultId === consultId) client.setQueryData(queryKey, push.feedback ?? 'deleted');
      }),
      realtime.onConnect(() => void client.invalidateQueries({ queryKey })),
    ];
    return () => stops.forEach((stop) => stop());
  }, [realtime, client, consultId]);
  return useQuery({ ...feedbackQuery(consultId), enabled });
}
