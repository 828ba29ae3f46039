export type CallDialog = 'leave' | 'shortcuts' | 'safety' | 'devices';

/** What the controls and the keys of a call do. `null`: this browser cannot. */
export interface CallActions {
  readonly microphone: () => void;
  readonly camera: () => void;
  /** Shows the screen, or stops. */
  readonly share: (() => void) | null;
  readonly fullScreen: (() => void) | null;
  readonly pictureInPicture: (() => void) | null;
  /** A tool's id, or `details`. */
  readonly togglePanel: (id: string) => void;
  readonly openDialog: (dialog: CallDialog) => void;
}
