import { useMessages } from '../../../shared/i18n/use-messages';
import { useUnread } from '../hooks/use-unread';
import { roomMessages } from '../messages';
import { keyName } from '../shortcuts';
import type { RunningTool } from '../tools/tool';
import { BarButton } from './bar-button';
import classes from './control-bar.module.css';

interface ToolButtonProps {
  readonly tool: RunningTool;
  readonly open: boolean;
  readonly className?: string | undefined;
  readonly onPress: () => void;
}

/** Opens and closes a tool; says how much arrived that was not seen. */
export function ToolButton({ tool, open, className, onPress }: ToolButtonProps) {
  const { id, useName, Icon } = tool;
  const m = useMessages(roomMessages);
  const name = useName();
  const unread = useUnread(tool.model);
  return (
    <BarButton
      className={className}
      label={unread > 0 ? `${name}, ${m.unread({ count: unread })}` : name}
      title={name}
      expanded={open}
      opens={id}
      keyShortcut={keyName(tool.shortcut)}
      onClick={onPress}
    >
      <Icon />
      {unread > 0 && (
        <span className={classes.badge} aria-hidden="true">
          {unread > 9 ? '9+' : unread}
        </span>
      )}
    </BarButton>
  );
}
