import type { DeviceState } from '@ieum/webrtc-client';
import type { ReactNode } from 'react';
import { BarButton } from './bar-button';
import { BarMenu } from './bar-menu';
import classes from './control-bar.module.css';
import { ChooseIcon } from './icons';

interface DeviceButtonProps {
  readonly device: DeviceState;
  readonly name: string;
  readonly shortcut: string;
  readonly Icon: (props: { readonly off?: boolean }) => ReactNode;
  readonly onPress: () => void;
  readonly menuName: string;
  readonly menu: ReactNode;
}

/** Turns a device on and off; beside it, where there is room, the menu to choose another one. */
export function DeviceButton({ device, name, shortcut, Icon, onPress, menuName, menu }: DeviceButtonProps) {
  const on = device.status === 'on';
  return (
    <div className={classes.pair}>
      <BarButton
        label={name}
        title={name}
        pressed={on}
        className={classes.device}
        keyShortcut={shortcut}
        onClick={onPress}
      >
        <Icon off={!on} />
        {device.status === 'unavailable' && (
          <span className={classes.badge} aria-hidden="true">
            !
          </span>
        )}
      </BarButton>
      <BarMenu
        className={classes.desktop}
        buttonClassName={classes.choose}
        label={menuName}
        icon={<ChooseIcon />}
        align="start"
      >
        {() => menu}
      </BarMenu>
    </div>
  );
}
