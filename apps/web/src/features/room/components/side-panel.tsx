import { useEffect } from 'react';
import type { ReactNode } from 'react';
import classes from './room-screen.module.css';

interface SidePanelProps {
  /** By which `data-opens` names it. */
  readonly id: string;
  readonly name: string;
  /** Most of the room is its, and all of a phone. */
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A place beside the call, or as a sheet over it. Escape closes it, and the focus is back at what opens it. */
export function SidePanel({ id, name, wide = false, onClose, children }: SidePanelProps) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) onClose();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onClose]);
  useEffect(() => () => focusOpener(id), [id]);
  return (
    <section className={classes.panel} data-wide={wide || undefined} aria-label={name}>
      {children}
    </section>
  );
}

/** Where the focus was in what is gone now: to its button or, where a phone has no place for that, to the menu's. */
function focusOpener(id: string): void {
  if (document.activeElement !== document.body) return;
  const openers = document.querySelectorAll<HTMLElement>(`[data-opens='${id}'], [data-opens='more']`);
  [...openers].some((opener) => {
    opener.focus();
    return document.activeElement === opener;
  });
}
