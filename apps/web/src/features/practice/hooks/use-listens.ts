import { useCallback, useEffect, useState } from 'react';
import { Listens } from '../listens';

/** How often a question may still be listened to, also when another tab listens. */
export function useListens(questionId: string) {
  const [listens] = useState(() => new Listens(localStorage));
  const [left, setLeft] = useState(() => listens.left(questionId));
  const look = useCallback(() => setLeft(listens.left(questionId)), [listens, questionId]);
  useEffect(() => {
    const changed = ({ key }: StorageEvent) => listens.isAbout(key) && look();
    window.addEventListener('storage', changed);
    return () => window.removeEventListener('storage', changed);
  }, [listens, look]);
  const count = useCallback(() => {
    listens.count(questionId);
    look();
  }, [listens, look, questionId]);
  return { left, count };
}
