import type { BrowserKind } from '../../shared/devices/browser-kind';
import { deviceHint, permissionHints } from '../../shared/devices/device-hints';
import type { CheckSteps, StepName } from './check-steps';
import type { HintWords } from './hint-messages';

/** What to do about a step, in this browser; nothing when there is nothing to do. */
export function hintsOf(words: HintWords, steps: CheckSteps, name: StepName, browser: BrowserKind): readonly string[] {
  switch (name) {
    case 'permission':
      return steps.permission.reason === null ? [] : permissionHints(words, steps.permission.reason, browser);
    case 'microphone': {
      const { reason } = steps.microphone;
      return reason === null
        ? []
        : [reason === 'silent' ? words.microphone.silent : deviceHint(words.microphone, reason)];
    }
    case 'camera': {
      const { reason } = steps.camera;
      return reason === null ? [] : [reason === 'dark' ? words.camera.dark : deviceHint(words.camera, reason)];
    }
    case 'echo':
      return steps.echo.reason === null ? [] : [words.echo[steps.echo.reason]];
    case 'speaker':
      return steps.speaker.reason === null ? [] : [words.speaker[steps.speaker.reason]];
    case 'connection':
      return steps.connection.reason === null ? [] : [words.connection[steps.connection.reason]];
  }
}
