import type { Editor } from '@tiptap/core';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * Something about the editor, read again once a change of it has been drawn: what is written goes before what is shown
 * beside it. `read` returns a value that is the same (`Object.is`) while nothing changed.
 */
export function useEditorState<T>(editor: Editor, read: () => T): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      let frame: number | null = null;
      let task: ReturnType<typeof setTimeout> | undefined;
      const later = () => {
        frame ??= requestAnimationFrame(() => {
          frame = null;
          clearTimeout(task);
          task = setTimeout(listener);
        });
      };
      editor.on('transaction', later);
      return () => {
        editor.off('transaction', later);
        if (frame !== null) cancelAnimationFrame(frame);
        clearTimeout(task);
      };
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, read);
}
