import { Button, Group, Switch } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { roomMessages } from '../messages';
import { CALL_KEYS, keyName } from '../shortcuts';
import { shortcutsMessages } from '../shortcuts-messages';
import type { RunningTool } from '../tools/tool';
import classes from './shortcuts-list.module.css';

export interface ShortcutsListProps {
  readonly tools: readonly RunningTool[];
  /** Whether the keys do something. */
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly onClose: () => void;
}

/** The keys of a call, and what each does. */
export function ShortcutsList({ tools, on, onSwitch, onClose }: ShortcutsListProps) {
  const room = useMessages(roomMessages);
  const m = useMessages(shortcutsMessages);
  return (
    <>
      <Switch
        size="md"
        className={classes.switch}
        label={m.use}
        description={m.useHint}
        checked={on}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <dl className={classes.keys}>
        {Object.entries(CALL_KEYS).map(([code, name]) => (
          <Row key={code} code={code} name={m[name]} />
        ))}
        {tools.map((tool) => (
          <ToolRow key={tool.id} tool={tool} />
        ))}
        <Row code="?" name={m.list} />
      </dl>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {room.close}
        </Button>
      </Group>
    </>
  );
}

function ToolRow({ tool }: { readonly tool: RunningTool }) {
  const { useName, shortcut } = tool;
  return <Row code={shortcut} name={useName()} />;
}

function Row({ code, name }: { readonly code: string; readonly name: string }) {
  return (
    <div className={classes.row}>
      <dt>
        <kbd className={classes.key}>{keyName(code)}</kbd>
      </dt>
      <dd>{name}</dd>
    </div>
  );
}
