import { Button } from '@mantine/core';
import type { Kind, Readiness } from '@ieum/signaling-protocol';
import { useCallback, useEffect } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useKeptFocus } from '../hooks/use-kept-focus';
import { useReadyChecks } from '../hooks/use-ready-checks';
import { readyCheckMessages } from '../messages';
import type { Findings } from '../readiness';
import { CameraPreview } from './camera-preview';
import { CheckSteps } from './check-steps';
import { LevelMeter } from './level-meter';
import classes from './ready-check.module.css';
import { ResultLine } from './result-line';

interface ReadyCheckPanelProps {
  /** What is asked for, where there is a request. */
  readonly kind: Kind | null;
  readonly camera: boolean;
  /** What the check came to so far; `null` while it goes on, or when nobody can say. */
  readonly readiness: Readiness | null;
  /** Whether mentors get to see it. */
  readonly shown: boolean;
  readonly onFindings: (findings: Findings) => void;
  readonly onClose: () => void;
}

/** The check itself. Mounted only while it is wanted: it holds microphone and camera. */
export function ReadyCheckPanel({ kind, camera, readiness, shown, onFindings, onClose }: ReadyCheckPanelProps) {
  const m = useMessages(readyCheckMessages);
  const { check, state, again } = useReadyChecks(kind, camera);
  const keptFocus = useKeptFocus();
  const findings = state?.findings;
  useEffect(() => {
    if (findings) onFindings(findings);
  }, [findings, onFindings]);
  const seePicture = useCallback((picture: 'dark' | 'visible') => check?.seePicture(picture), [check]);
  if (!check || !state) return null;
  const cameraOn = state.devices.camera.status === 'on';
  return (
    <div className={classes.panel} {...keptFocus}>
      <ResultLine state={state} readiness={readiness} shown={shown} />
      <div className={classes.columns}>
        <div className={classes.mirror}>
          <CameraPreview
            stream={check.stream}
            on={cameraOn}
            off={state.devices.camera.status === 'off' ? m.cameraOff : m.camera.failed}
            onPicture={seePicture}
          />
          <LevelMeter check={check} />
        </div>
        <CheckSteps check={check} state={state} />
      </div>
      <div className={classes.controls}>
        <Button variant="default" onClick={() => again(state.devices.camera.status !== 'off')}>
          {m.again}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {m.close}
        </Button>
      </div>
    </div>
  );
}
