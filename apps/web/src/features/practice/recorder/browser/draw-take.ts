interface DrawTakeOptions {
  /** Its `color` draws the sound, its `caret-color` what was played of it. */
  readonly container: HTMLElement;
  readonly player: HTMLAudioElement;
  readonly peaks: readonly number[];
  readonly durationMs: number;
  readonly onSeek: (ms: number) => void;
}

/** Draws a take, before a byte of its sound is there. The drawing's code comes with the first one. */
export async function drawTake({ container, player, peaks, durationMs, onSeek }: DrawTakeOptions): Promise<() => void> {
  const { default: WaveSurfer } = await import('wavesurfer.js');
  const { color, caretColor } = getComputedStyle(container);
  const wave = WaveSurfer.create({
    container,
    media: player,
    peaks: [[...peaks]],
    duration: durationMs / 1000,
    height: 'auto',
    waveColor: color,
    progressColor: caretColor,
    cursorColor: caretColor,
    cursorWidth: 2,
    barWidth: 3,
    barGap: 2,
    barRadius: 2,
    barMinHeight: 2,
    hideScrollbar: true,
  });
  wave.on('interaction', (seconds) => onSeek(seconds * 1000));
  return () => wave.destroy();
}
