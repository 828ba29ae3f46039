import type { ReactNode } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { callMessages } from '../call-messages';
import { roomMessages } from '../messages';
import type { LocalView } from '../session/local-devices';
import type { RunningTool } from '../tools/tool';
import { BarButton } from './bar-button';
import type { CallActions } from './call-actions';
import classes from './control-bar.module.css';
import { DeviceButton } from './device-button';
import { CameraIcon, LeaveIcon, MicrophoneIcon, ScreenIcon } from './icons';
import { MoreMenu } from './more-menu';
import { ToolButton } from './tool-button';

interface ControlBarProps {
  readonly local: LocalView;
  readonly tools: readonly RunningTool[];
  readonly openPanel: string | null;
  readonly actions: CallActions;
  /** What is in the menus beside microphone and camera. */
  readonly renderDevices: (section: 'microphone' | 'camera') => ReactNode;
}

/** Tools that have a place in the bar of a phone; the others are in its menu. */
const TOOLS_IN_REACH = 2;

/** Everything a thumb needs, in one row. */
export function ControlBar({ local, tools, openPanel, actions, renderDevices }: ControlBarProps) {
  const room = useMessages(roomMessages);
  const m = useMessages(callMessages);
  const isSharing = local.screen.status === 'on';
  return (
    <div className={classes.bar} role="toolbar" aria-label={room.controls}>
      <DeviceButton
        device={local.state.microphone}
        name={room.microphone}
        shortcut="M"
        Icon={MicrophoneIcon}
        onPress={actions.microphone}
        menuName={m.chooseMicrophone}
        menu={renderDevices('microphone')}
      />
      <DeviceButton
        device={local.state.camera}
        name={room.camera}
        shortcut="V"
        Icon={CameraIcon}
        onPress={actions.camera}
        menuName={m.chooseCamera}
        menu={renderDevices('camera')}
      />
      {actions.share && (
        <BarButton
          className={[classes.desktop, classes.share].join(' ')}
          label={m.share}
          title={isSharing ? m.stopSharing : m.share}
          pressed={isSharing}
          keyShortcut="S"
          onClick={actions.share}
        >
          <ScreenIcon off={isSharing} />
        </BarButton>
      )}
      {tools.map((tool, index) => (
        <ToolButton
          key={tool.id}
          tool={tool}
          open={tool.id === openPanel}
          className={index < TOOLS_IN_REACH ? undefined : classes.desktop}
          onPress={() => actions.togglePanel(tool.id)}
        />
      ))}
      <MoreMenu actions={actions} isSharing={isSharing} tools={tools.slice(TOOLS_IN_REACH)} />
      <BarButton
        className={classes.leave}
        label={room.leave}
        title={room.leave}
        onClick={() => actions.openDialog('leave')}
      >
        <LeaveIcon />
        <span className={classes.word}>{room.leave}</span>
      </BarButton>
    </div>
  );
}
