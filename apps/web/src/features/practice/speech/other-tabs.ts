import type { OtherTabs } from './speech';

/** The page's other tabs, in this browser. */
export function otherTabs(): OtherTabs {
  let channel: BroadcastChannel | null = null;
  return {
    tellSpeaking: () => channel?.postMessage(null),
    onSpeaking: (listener) => {
      const opened = new BroadcastChannel('ieum.practice-speaking');
      opened.addEventListener('message', listener);
      channel = opened;
      return () => opened.close();
    },
  };
}
