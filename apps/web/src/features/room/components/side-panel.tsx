import { useEffect } from 'react';
import type { ReactNode } from 'react';
import classes from './room-screen.module.css';

interface SidePanelProps {
  readonly name: string;
  /** Most of the room is its, and all of a phone. */
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A place beside the call, or as a sheet over it. Escape closes it. */
export function SidePanel({ name, wide = false, onClose, children }: SidePanelProps) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) onClose();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onClose]);
  return (
    <section className={classes.panel} data-wide={wide || undefined} aria-label={name}>
      {children}
    </section>
  );
}
