import { useEffect, useRef } from 'react';
import { shortcutOf } from '../shortcuts';
import type { RoomShortcut } from '../shortcuts';
import type { RunningTool } from '../tools/tool';

/** Calls `onShortcut` for the room's keys, anywhere on the page; `enabled` is off while a dialog is open. */
export function useRoomShortcuts(
  enabled: boolean,
  tools: readonly RunningTool[],
  onShortcut: (shortcut: RoomShortcut) => void,
): void {
  const latest = useRef(onShortcut);
  useEffect(() => {
    latest.current = onShortcut;
  }, [onShortcut]);
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent) => {
      const shortcut = event.defaultPrevented ? null : shortcutOf(event, tools);
      if (!shortcut) return;
      event.preventDefault();
      latest.current(shortcut);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled, tools]);
}
