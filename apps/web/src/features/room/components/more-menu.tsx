import { useContext } from 'react';
import type { ReactNode } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useUnread } from '../hooks/use-unread';
import { roomMessages } from '../messages';
import { callMessages } from '../call-messages';
import { KeysOn } from '../keys-on';
import { keyName } from '../shortcuts';
import type { RunningTool } from '../tools/tool';
import { BarMenu } from './bar-menu';
import type { CallActions } from './call-actions';
import classes from './control-bar.module.css';
import { DetailsIcon, DevicesIcon, FullScreenIcon, KeyboardIcon, MoreIcon } from './icons';
import { PictureIcon, ScreenIcon, ShieldIcon } from './icons';
import menu from './more-menu.module.css';

interface MoreMenuProps {
  readonly actions: CallActions;
  readonly isSharing: boolean;
  /** Those that have no place in the bar of a phone. */
  readonly tools: readonly RunningTool[];
}

/** What is needed now and then; on a phone also what has no place beside the thumb. */
export function MoreMenu({ actions, isSharing, tools }: MoreMenuProps) {
  const room = useMessages(roomMessages);
  const m = useMessages(callMessages);
  const keysOn = useContext(KeysOn);
  const { share, pictureInPicture, fullScreen } = actions;
  return (
    <BarMenu label={m.more} icon={<MoreIcon />} align="end" buttonClassName={classes.more} opens="more">
      {(close) => {
        const item = (icon: ReactNode, name: string, key: string | null, run: () => void, className?: string) => (
          <li className={className}>
            <button
              type="button"
              className={menu.item}
              aria-keyshortcuts={keysOn && key !== null ? key : undefined}
              onClick={() => {
                close();
                run();
              }}
            >
              {icon}
              <span className={menu.name}>{name}</span>
              {keysOn && key && (
                <kbd className={menu.key} aria-hidden="true">
                  {key}
                </kbd>
              )}
            </button>
          </li>
        );
        return (
          <ul className={menu.list}>
            {share && item(<ScreenIcon off={isSharing} />, isSharing ? m.stopSharing : m.share, 'S', share, menu.phone)}
            {tools.map((tool) => (
              <ToolItem key={tool.id} tool={tool}>
                {(name) =>
                  item(<tool.Icon />, name, keyName(tool.shortcut), () => actions.togglePanel(tool.id), menu.phone)
                }
              </ToolItem>
            ))}
            {item(<DevicesIcon />, m.devices, null, () => actions.openDialog('devices'), menu.phone)}
            {pictureInPicture && item(<PictureIcon />, m.pictureInPicture, 'P', pictureInPicture)}
            {fullScreen && item(<FullScreenIcon />, m.fullScreen, 'F', fullScreen)}
            {item(<DetailsIcon />, m.details, 'Q', () => actions.togglePanel('details'))}
            {item(<ShieldIcon />, m.safety, null, () => actions.openDialog('safety'))}
            {item(<KeyboardIcon />, room.shortcuts, '?', () => actions.openDialog('shortcuts'))}
          </ul>
        );
      }}
    </BarMenu>
  );
}

interface ToolItemProps {
  readonly tool: RunningTool;
  readonly children: (name: string) => ReactNode;
}

function ToolItem({ tool, children }: ToolItemProps) {
  const { useName } = tool;
  const m = useMessages(roomMessages);
  const name = useName();
  const unread = useUnread(tool.model);
  return children(unread > 0 ? `${name}, ${m.unread({ count: unread })}` : name);
}
