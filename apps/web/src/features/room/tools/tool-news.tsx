import { VisuallyHidden } from '@mantine/core';
import { Fragment } from 'react';
import type { RunningTool } from './tool';

interface ToolNewsRegionProps {
  readonly tools: readonly RunningTool[];
  readonly partner: string;
}

/** Where tools say what happened to those who cannot see it; there before anything is said, or it would not be heard. */
export function ToolNews({ tools, partner }: ToolNewsRegionProps) {
  return (
    <VisuallyHidden component="div" role="status">
      {tools.map((tool) => (
        <Fragment key={tool.id}>{tool.renderNews({ partner })}</Fragment>
      ))}
    </VisuallyHidden>
  );
}
