import type { DeviceState } from '@ieum/webrtc-client';
import type { ReactNode } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useUnread } from '../hooks/use-unread';
import { roomMessages } from '../messages';
import type { RunningTool } from '../tools/tool';
import classes from './control-bar.module.css';
import { CameraIcon, KeyboardIcon, LeaveIcon, MicrophoneIcon } from './icons';

interface ControlBarProps {
  readonly microphone: DeviceState;
  readonly camera: DeviceState;
  readonly tools: readonly RunningTool[];
  readonly openTool: string | null;
  readonly onMicrophone: (on: boolean) => void;
  readonly onCamera: (on: boolean) => void;
  readonly onTool: (id: string) => void;
  readonly onShortcuts: () => void;
  readonly onLeave: () => void;
}

/** Everything a thumb needs, in one row. */
export function ControlBar(props: ControlBarProps) {
  const { microphone, camera, tools, openTool } = props;
  const m = useMessages(roomMessages);
  return (
    <div className={classes.bar} role="toolbar" aria-label={m.controls}>
      <DeviceButton
        device={microphone}
        name={m.microphone}
        shortcut="M"
        Icon={MicrophoneIcon}
        onSwitch={props.onMicrophone}
      />
      <DeviceButton device={camera} name={m.camera} shortcut="V" Icon={CameraIcon} onSwitch={props.onCamera} />
      {tools.map((tool) => (
        <ToolButton key={tool.id} tool={tool} open={tool.id === openTool} onPress={() => props.onTool(tool.id)} />
      ))}
      <BarButton
        className={classes.desktop}
        label={m.shortcuts}
        title={`${m.shortcuts} (?)`}
        onClick={props.onShortcuts}
      >
        <KeyboardIcon />
      </BarButton>
      <BarButton className={classes.leave} label={m.leave} title={m.leave} onClick={props.onLeave}>
        <LeaveIcon />
        <span className={classes.word}>{m.leave}</span>
      </BarButton>
    </div>
  );
}

interface DeviceButtonProps {
  readonly device: DeviceState;
  readonly name: string;
  readonly shortcut: string;
  readonly Icon: (props: { readonly off?: boolean }) => ReactNode;
  readonly onSwitch: (on: boolean) => void;
}

function DeviceButton({ device, name, shortcut, Icon, onSwitch }: DeviceButtonProps) {
  const on = device.status === 'on';
  return (
    <BarButton
      label={name}
      title={`${name} (${shortcut})`}
      pressed={on}
      className={device.status === 'unavailable' ? classes.trouble : undefined}
      keyShortcut={shortcut}
      onClick={() => onSwitch(!on)}
    >
      <Icon off={!on} />
      {device.status === 'unavailable' && (
        <span className={classes.badge} aria-hidden="true">
          !
        </span>
      )}
    </BarButton>
  );
}

interface ToolButtonProps {
  readonly tool: RunningTool;
  readonly open: boolean;
  readonly onPress: () => void;
}

function ToolButton({ tool, open, onPress }: ToolButtonProps) {
  const { useName, Icon } = tool;
  const m = useMessages(roomMessages);
  const name = useName();
  const unread = useUnread(tool.model);
  const key = tool.shortcut.replace('Key', '');
  return (
    <BarButton
      label={unread > 0 ? `${name}, ${m.unread({ count: unread })}` : name}
      title={`${name} (${key})`}
      expanded={open}
      keyShortcut={key}
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

interface BarButtonProps {
  readonly label: string;
  readonly title: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly keyShortcut?: string;
  readonly className?: string | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function BarButton({ label, title, pressed, expanded, keyShortcut, className, onClick, children }: BarButtonProps) {
  return (
    <button
      type="button"
      className={[classes.button, className].filter(Boolean).join(' ')}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-keyshortcuts={keyShortcut}
      title={title}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
