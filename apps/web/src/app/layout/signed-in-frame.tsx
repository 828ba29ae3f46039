import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { useUser } from '../../shared/hooks/use-user';
import { useMessages } from '../../shared/i18n/use-messages';
import { GaugeIcon } from '../../shared/ui/gauge-icon';
import { BookIcon, ClockIcon, HandIcon, ListIcon, PersonIcon } from '../../shared/ui/icons';
import { MicrophoneIcon } from '../../shared/ui/microphone-icon';
import { ColorSchemeSwitch, LanguageSwitch } from '../../shared/ui/preference-switches';
import { adminPaths } from '../admin-paths';
import { paths } from '../paths';
import { practicePaths } from '../practice-paths';
import { AccountMenu } from './account-menu';
import { adminLayoutMessages } from './admin-messages';
import { Frame } from './frame';
import { layoutMessages } from './messages';
import classes from './navigation.module.css';
import { studentLayoutMessages } from './student-messages';

/** The admin’s pages have a navigation of their own. */
const ADMIN = /^\/admin(?:\/.*)?$/u;
const PRACTICE = /^\/practice(?:\/.*)?$/u;
/** As many as a thumb can tell apart on a phone; with more, what is in the account’s menu, too, is left out. */
const MOST_ON_A_PHONE = 5;

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
  const student = useMessages(studentLayoutMessages);
  const admin = useMessages(adminLayoutMessages);
  const { roles } = useUser();
  const links: readonly NavigationItem[] = [
    ...(roles.includes('student') ? [{ href: paths.ask, label: m.ask, icon: <HandIcon /> }] : []),
    ...(roles.includes('mentor') ? [{ href: paths.live, label: m.live, icon: <ListIcon /> }] : []),
    ...(roles.includes('student') ? [{ href: paths.study, label: m.study, icon: <BookIcon /> }] : []),
    ...(roles.includes('student')
      ? [{ href: practicePaths.home, label: student.practice, icon: <MicrophoneIcon />, within: PRACTICE }]
      : []),
    { href: paths.history, label: m.history, icon: <ClockIcon /> },
    { href: paths.profile, label: m.profile, icon: <PersonIcon />, inMenu: true },
    ...(roles.includes('admin')
      ? [{ href: adminPaths.now, label: admin.admin, icon: <GaugeIcon />, within: ADMIN }]
      : []),
  ];
  return (
    <nav className={classes.navigation} aria-label={m.main} data-crowded={links.length > MOST_ON_A_PHONE || undefined}>
      {links.map((item) => (
        <NavigationLink key={item.href} {...item} />
      ))}
    </nav>
  );
}

interface NavigationItem {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** The addresses at which one is there, if there are more than one. */
  readonly within?: RegExp;
  /** The account’s menu has it, too. */
  readonly inMenu?: boolean;
}

function NavigationLink({ href, label, icon, within, inMenu }: NavigationItem) {
  const [current] = useRoute(within ?? href);
  return (
    <Link href={href} className={classes.link} aria-current={current ? 'page' : undefined} data-in-menu={inMenu}>
      {icon}
      <span>{label}</span>
    </Link>
  );
}
