/** W3C Screen Capture §5.4, of which the DOM's types know a part. Browsers pass over what they do not know. */
export interface ScreenOptions extends DisplayMediaStreamOptions {
  /** This tab itself, which would show the call in the call and send the other person's voice back. */
  readonly selfBrowserSurface: 'exclude';
  /** A button in the browser's bar to show another tab instead. */
  readonly surfaceSwitching: 'include';
  /** Everything the computer plays, the other person's voice among it. */
  readonly systemAudio: 'exclude';
  readonly windowAudio: 'exclude';
}

/**
 * What to ask `getDisplayMedia` for: at most 1080p, and few pictures, since it is text that has to be read. The sound, if
 * any, is that of another tab alone, so that the call never hears itself; unprocessed, since it is no voice at a microphone.
 */
export function screenOptions(audio: boolean): ScreenOptions {
  return {
    video: { width: { max: 1920 }, height: { max: 1080 }, frameRate: { ideal: 15, max: 30 } },
    audio: audio && {
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
      ...{ restrictOwnAudio: true }, // not in the DOM's types yet
    },
    selfBrowserSurface: 'exclude',
    surfaceSwitching: 'include',
    systemAudio: 'exclude',
    windowAudio: 'exclude',
  };
}
