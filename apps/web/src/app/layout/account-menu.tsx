import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { Link } from 'wouter';
import { useUser } from '../../shared/hooks/use-user';
import { errorText } from '../../shared/i18n/error-messages';
import { useLanguage } from '../../shared/i18n/language-provider';
import { useMessages } from '../../shared/i18n/use-messages';
import { LogOutDialog } from '../../shared/log-out/log-out-dialog';
import { useLogOut } from '../../shared/log-out/use-log-out';
import { paths } from '../paths';
import { layoutMessages } from './messages';
import classes from './navigation.module.css';

/** Who is signed in, and the way out; closes on Escape and on a press beside it. */
export function AccountMenu() {
  const m = useMessages(layoutMessages);
  const { language } = useLanguage();
  const { nickname, email } = useUser();
  const { leave, isPending, error, asks, answer } = useLogOut();
  const id = useId();
  const account = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    // What had the focus is in the menu, which the dialog closed.
    if (asked.current && !asks) account.current?.focus();
    asked.current = asks;
  }, [asks]);
  useEffect(() => {
    if (error && !menu.current?.matches(':popover-open')) menu.current?.showPopover();
  }, [error]);
  return (
    <>
      <Button
        ref={account}
        variant="subtle"
        color="gray"
        px={6}
        popoverTarget={id}
        aria-label={m.account({ nickname })}
      >
        <span className={classes.avatar} aria-hidden="true">
          {Array.from(nickname)[0]?.toUpperCase()}
        </span>
      </Button>
      <div ref={menu} id={id} popover="auto" className={classes.menu}>
        <div className={classes.person}>
          <Text fw={700}>{nickname}</Text>
          <Text size="sm" c="dimmed">
            {email}
          </Text>
        </div>
        <Stack gap={4}>
          <Button
            component={Link}
            href={paths.profile}
            variant="subtle"
            color="gray"
            justify="flex-start"
            fullWidth
            onClick={() => document.getElementById(id)?.hidePopover()}
          >
            {m.profile}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            justify="flex-start"
            fullWidth
            aria-disabled={isPending}
            onClick={() => !isPending && leave()}
          >
            {m.logOut}
          </Button>
        </Stack>
        {error && (
          <Text c="red" size="sm" role="alert" p="xs">
            {errorText(error, language)}
          </Text>
        )}
      </div>
      <LogOutDialog asks={asks} answer={answer} />
    </>
  );
}
