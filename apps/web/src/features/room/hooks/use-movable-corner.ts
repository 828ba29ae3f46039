import { useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { asCorner, cornerAfterKey, nearestCorner, nextCorner } from '../self-view-corner';
import type { Corner } from '../self-view-corner';

const KEY = 'ieum.self-view-corner';

/** A tile that can be dragged with any pointer, and moved by keys or taps; it always comes to rest in a corner. */
export function useMovableCorner() {
  const [corner, setCorner] = useState<Corner>(() => asCorner(localStorage.getItem(KEY)));
  const [offset, setOffset] = useState<{ x: number; y: number } | null>(null);
  const start = useRef<{ x: number; y: number } | null>(null);

  const settle = (next: Corner) => {
    localStorage.setItem(KEY, next);
    setCorner(next);
    setOffset(null);
  };

  const tile = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || (event.target as Element).closest('button')) return;
      start.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (start.current) setOffset({ x: event.clientX - start.current.x, y: event.clientY - start.current.y });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const stage = event.currentTarget.parentElement;
      if (start.current && stage) {
        settle(nearestCorner(event.currentTarget.getBoundingClientRect(), stage.getBoundingClientRect()));
      }
      start.current = null;
    },
    onPointerCancel: () => {
      start.current = null;
      setOffset(null);
    },
  };
  const button = {
    onClick: () => settle(nextCorner(corner)),
    onKeyDown: (event: KeyboardEvent) => {
      const next = cornerAfterKey(corner, event.key);
      if (!next) return;
      event.preventDefault();
      settle(next);
    },
  };
  const style: CSSProperties = offset
    ? { transform: `translate(${offset.x}px, ${offset.y}px)`, transition: 'none' }
    : {};
  return { corner, style, tile, button };
}
