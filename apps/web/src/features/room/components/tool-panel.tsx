import { useEffect } from 'react';
import type { RunningTool } from '../tools/tool';
import classes from './room-screen.module.css';

interface ToolPanelProps {
  readonly tool: RunningTool;
  readonly partner: string;
  readonly onClose: () => void;
}

/** The place of an open tool: beside the call, or as a sheet over it. Escape closes it. */
export function ToolPanel({ tool, partner, onClose }: ToolPanelProps) {
  const { useName, model } = tool;
  const name = useName();
  useEffect(() => {
    const look = () => model.setVisible(document.visibilityState === 'visible');
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      model.setVisible(false);
    };
  }, [model]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) onClose();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onClose]);
  return (
    <section className={classes.panel} aria-label={name}>
      {tool.renderPanel({ partner, onClose })}
    </section>
  );
}
