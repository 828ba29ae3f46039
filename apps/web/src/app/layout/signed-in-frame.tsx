import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { useUser } from '../../shared/hooks/use-user';
import { useMessages } from '../../shared/i18n/use-messages';
import { GaugeIcon } from '../../shared/ui/gauge-icon';
import { BookIcon, ClockIcon, HandIcon, ListIcon, PersonIcon } from '../../shared/ui/icons';
import { ColorSchemeSwitch, LanguageSwitch } from '../../shared/ui/preference-switches';
import { adminPaths } from '../admin-paths';
import { paths } from '../paths';
import { AccountMenu } from './account-menu';
import { adminLayoutMessages } from './admin-messages';
import { Frame } from './frame';
import { layoutMessages } from './messages';
import classes from './navigation.module.css';

/** The admin’s pages have a navigation of their own. */
const ADMIN = /^\/admin(?:\/.*)?$/u;

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
  const admin = useMessages(adminLayoutMessages);
  const { roles } = useUser();
  const links: readonly { href: string; label: string; icon: ReactNode; within?: RegExp }[] = [
    ...(roles.includes('student') ? [{ href: paths.ask, label: m.ask, icon: <HandIcon /> }] : []),
    ...(roles.includes('mentor') ? [{ href: paths.live, label: m.live, icon: <ListIcon /> }] : []),
    ...(roles.includes('student') ? [{ href: paths.study, label: m.study, icon: <BookIcon /> }] : []),
    { href: paths.history, label: m.history, icon: <ClockIcon /> },
    { href: paths.profile, label: m.profile, icon: <PersonIcon /> },
    ...(roles.includes('admin')
      ? [{ href: adminPaths.now, label: admin.admin, icon: <GaugeIcon />, within: ADMIN }]
      : []),
  ];
  return (
    <nav className={classes.navigation} aria-label={m.main}>
      {links.map(({ href, label, icon, within = href }) => (
        <NavigationLink key={href} href={href} within={within}>
          {icon}
          <span>{label}</span>
        </NavigationLink>
      ))}
    </nav>
  );
}

interface NavigationLinkProps {
  readonly href: string;
  /** The addresses at which one is there. */
  readonly within: string | RegExp;
  readonly children: ReactNode;
}

function NavigationLink({ href, within, children }: NavigationLinkProps) {
  const [current] = useRoute(within);
  return (
    <Link href={href} className={classes.link} aria-current={current ? 'page' : undefined}>
      {children}
    </Link>
  );
}
