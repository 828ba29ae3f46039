import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { useUser } from '../../shared/hooks/use-user';
import { useMessages } from '../../shared/i18n/use-messages';
import { BookIcon, ClockIcon, HandIcon, ListIcon, PersonIcon } from '../../shared/ui/icons';
import { ColorSchemeSwitch, LanguageSwitch } from '../../shared/ui/preference-switches';
import { paths } from '../paths';
import { AccountMenu } from './account-menu';
import { Frame } from './frame';
import { layoutMessages } from './messages';
import classes from './navigation.module.css';

/** The frame of the signed-in pages: where to go, by role; at the thumb on a phone. */
export function SignedInFrame({ children }: { readonly children: ReactNode }) {
  return (
    <Frame
      navigation={<Navigation />}
      actions={
        <>
          <LanguageSwitch />
          <ColorSchemeSwitch />
          <AccountMenu />
        </>
      }
    >
      {children}
    </Frame>
  );
}

function Navigation() {
  const m = useMessages(layoutMessages);
  const { roles } = useUser();
  const links = [
    ...(roles.includes('student') ? [{ href: paths.ask, label: m.ask, icon: <HandIcon /> }] : []),
    ...(roles.includes('mentor') ? [{ href: paths.live, label: m.live, icon: <ListIcon /> }] : []),
    ...(roles.includes('student') ? [{ href: paths.study, label: m.study, icon: <BookIcon /> }] : []),
    { href: paths.history, label: m.history, icon: <ClockIcon /> },
    { href: paths.profile, label: m.profile, icon: <PersonIcon /> },
  ];
  return (
    <nav className={classes.navigation} aria-label={m.main}>
      {links.map(({ href, label, icon }) => (
        <NavigationLink key={href} href={href}>
          {icon}
          <span>{label}</span>
        </NavigationLink>
      ))}
    </nav>
  );
}

function NavigationLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const [current] = useRoute(href);
  return (
    <Link href={href} className={classes.link} aria-current={current ? 'page' : undefined}>
      {children}
    </Link>
  );
}
