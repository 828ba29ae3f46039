import { useEffect } from 'react';
import type { RunningTool } from '../tools/tool';
import { SidePanel } from './side-panel';

interface ToolPanelProps {
  readonly tool: RunningTool;
  readonly partner: string;
  readonly onClose: () => void;
}

/** An open tool. */
export function ToolPanel({ tool, partner, onClose }: ToolPanelProps) {
  const { id, useName, model, wide = false } = tool;
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
  return (
    <SidePanel id={id} name={name} wide={wide} onClose={onClose}>
      {tool.renderPanel({ partner, onClose })}
    </SidePanel>
  );
}
