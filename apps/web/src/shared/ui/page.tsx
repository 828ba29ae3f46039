import type { ReactNode } from 'react';
import { useHeadingFocus } from '../hooks/use-heading-focus';
import { usePageTitle } from '../hooks/use-page-title';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** The tab's name, where it is not the title. */
  readonly documentTitle?: string;
  /** One or two sentences below the title. */
  readonly lead?: ReactNode;
  readonly width?: 'narrow' | 'regular' | 'wide';
  readonly children: ReactNode;
}

/** A page below the header: heading (focused after a navigation), document title, content of a readable width. */
export function Page({ title, documentTitle = title, lead, width = 'regular', children }: PageProps) {
  const heading = useHeadingFocus();
  usePageTitle(documentTitle);
  return (
    <div className={classes.page} data-width={width}>
      <div className={classes.head}>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {lead && <p className={classes.lead}>{lead}</p>}
      </div>
      {children}
    </div>
  );
}
