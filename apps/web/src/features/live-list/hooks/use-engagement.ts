import { useMemo, useState } from 'react';
import type { FocusEvent, PointerEvent } from 'react';

/** Whether the pointer or the keyboard focus is inside an element: then nothing in it may move. */
export function useEngagement() {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const handlers = useMemo(
    () => ({
      onPointerEnter: () => setPointer(true),
      onPointerMove: () => setPointer(true),
      onPointerLeave: () => setPointer(false),
      // A finger that left the glass points at nothing.
      onPointerUp: (event: PointerEvent) => event.pointerType !== 'mouse' && setPointer(false),
      onPointerCancel: () => setPointer(false),
      onFocus: () => setFocus(true),
      onBlur: (event: FocusEvent) => setFocus(event.currentTarget.contains(event.relatedTarget)),
    }),
    [],
  );
  return { engaged: pointer || focus, handlers };
}
