import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { BarButton } from './bar-button';
import classes from './bar-menu.module.css';

interface BarMenuProps {
  readonly label: string;
  readonly icon: ReactNode;
  /** Which end of the button the menu lines up with, where there is room for it. */
  readonly align: 'start' | 'end';
  readonly className?: string | undefined;
  readonly buttonClassName?: string | undefined;
  /** As of the button. */
  readonly opens?: string | undefined;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens something small above the controls; Escape, a press elsewhere and moving on close it. */
export function BarMenu({ label, icon, align, className, buttonClassName, opens, children }: BarMenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const close = () => setOpen(false);
  useEffect(() => {
    if (!open) return undefined;
    const button = root.current?.querySelector('button');
    const leave = ({ target }: Event) => {
      if (!(target instanceof Node && root.current?.contains(target))) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', escape);
      // The focus was in what is gone now.
      if (document.activeElement === document.body) button?.focus();
    };
  }, [open]);
  return (
    <div ref={root} className={[classes.root, className].filter(Boolean).join(' ')}>
      <BarButton
        className={buttonClassName}
        label={label}
        title={label}
        expanded={open}
        opens={opens}
        onClick={() => setOpen(!open)}
      >
        {icon}
      </BarButton>
      {open && (
        <div className={classes.menu} data-align={align} role="group" aria-label={label}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
