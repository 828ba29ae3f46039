import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Notice } from '../../../shared/ui/notice';
import { Page } from '../../../shared/ui/page';
import classes from './auth-page.module.css';

interface AuthPageProps {
  readonly title: string;
  readonly lead?: string;
  /** Why they are here without having asked for it. */
  readonly notice?: string | undefined;
  readonly children: ReactNode;
  readonly other: { readonly question: string; readonly label: string; readonly href: string };
}

/** The page around a form that signs somebody in, with the way to the other one. */
export function AuthPage({ title, lead, notice, children, other }: AuthPageProps) {
  return (
    <Page title={title} lead={lead} width="narrow">
      {notice && (
        <div className={classes.notice}>
          <Notice tone="warm" role="status">
            {notice}
          </Notice>
        </div>
      )}
      {children}
      <p className={classes.other}>
        {other.question}{' '}
        <Link href={other.href} className={classes.link}>
          {other.label}
        </Link>
      </p>
    </Page>
  );
}
