import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  readonly tone: 'calm' | 'warm' | 'bad';
  readonly title?: string;
  readonly role?: 'status' | 'alert';
  readonly children: ReactNode;
}

/** Something to know: calm for information, warm for attention, bad for what failed. */
export function Notice({ tone, title, role, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      {title && <strong>{title}</strong>}
      {children}
    </div>
  );
}
