import { useEffect } from 'react';
import { playChime } from '../../../shared/sound/chime';

interface MatchedViewProps {
  readonly onOpenRoom: () => void;
}

/** A mentor accepted: calls a student who looks elsewhere, and opens the room, which says who it is. */
export function MatchedView({ onOpenRoom }: MatchedViewProps) {
  useEffect(() => {
    void playChime();
    window.focus();
    onOpenRoom();
  }, [onOpenRoom]);
  return null;
}
