import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useMessages } from '../../shared/i18n/use-messages';
import { useSession } from '../../shared/hooks/use-session';
import { ColorSchemeSwitch, LanguageSwitch } from '../../shared/ui/preference-switches';
import { homeOf } from '../home-of';
import { paths } from '../paths';
import { Frame } from './frame';
import { layoutMessages } from './messages';

/** The frame of the pages that anybody may see. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  const m = useMessages(layoutMessages);
  const [path] = useLocation();
  const session = useSession();
  return (
    <Frame
      actions={
        <>
          <LanguageSwitch />
          <ColorSchemeSwitch />
          {session.status === 'signed-in' ? (
            <Button component={Link} href={homeOf(session.user.roles)}>
              {m.open}
            </Button>
          ) : path === paths.logIn ? (
            <Button component={Link} href={paths.signUp} variant="default">
              {m.signUp}
            </Button>
          ) : (
            <Button component={Link} href={paths.logIn} variant="default">
              {m.logIn}
            </Button>
          )}
        </>
      }
    >
      {children}
    </Frame>
  );
}
