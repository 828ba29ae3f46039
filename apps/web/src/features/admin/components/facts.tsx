import type { ReactNode } from 'react';
import classes from './admin.module.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** A line to itself. */
  readonly wide?: boolean;
}

/** Names and values side by side, as many as fit. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value, wide }) => (
        <div key={label} className={classes.fact} data-wide={wide || undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface RowProps {
  readonly title: ReactNode;
  readonly facts: readonly Fact[];
  /** At the end of the title's line. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** One thing of a list with what is known of it. */
export function Row({ title, facts, action, children }: RowProps) {
  return (
    <li className={classes.row}>
      <div className={classes.rowHead}>
        <h3 className={classes.rowTitle}>{title}</h3>
        {action}
      </div>
      <Facts facts={facts} />
      {children}
    </li>
  );
}

export function Rows({ children }: { readonly children: ReactNode }) {
  return <ul className={classes.rows}>{children}</ul>;
}
