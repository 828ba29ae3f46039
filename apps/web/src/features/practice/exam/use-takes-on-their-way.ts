import { useEffect, useState } from 'react';
import { useUser } from '../../../shared/hooks/use-user';
import { createAnswerTakes } from '../recorder/browser/create-answer-takes';

/** What was recorded to its end on this device, and has not arrived, goes on while the page is there. */
export function useTakesOnTheirWay(): void {
  const { id } = useUser();
  const [takes] = useState(() => createAnswerTakes(id));
  useEffect(() => {
    takes.open().catch(reportError);
    return () => takes.close();
  }, [takes]);
}
