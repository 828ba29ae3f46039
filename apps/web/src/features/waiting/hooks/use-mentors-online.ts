import { useEffect, useState } from 'react';
import { ApiError } from '../../../shared/lib/api-error';
import { useRealtime } from '../../../shared/realtime/realtime-provider';

/** How many mentors who could accept this request are online; `null` while that is not known. */
export function useMentorsOnline(consultId: string): number | null {
  const realtime = useRealtime();
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    const watch = async () => {
      try {
        const { mentorsOnline } = await realtime.request('waiting:watch', { consultId });
        if (current) setCount(mentorsOnline);
      } catch (error) {
        // Without a connection the number is unknown, and `onConnect` asks again.
        if (current) setCount(null);
        if (!(error instanceof ApiError)) throw error;
      }
    };
    const stops = [
      realtime.on('waiting:mentors', (push) => {
        if (push.consultId === consultId) setCount(push.mentorsOnline);
      }),
      realtime.onConnect(() => void watch()),
    ];
    void watch();
    return () => {
      current = false;
      stops.forEach((stop) => stop());
    };
  }, [realtime, consultId]);
  return count;
}
