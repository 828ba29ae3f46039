import { decibelsOf } from '@ieum/webrtc-client';
import type { Sound } from './voice-log';

const BAR_PX = 3;
const GAP_PX = 2;
/** The quietest that is drawn, in dB below full scale. */
const FLOOR_DB = -54;
/** For who wants little motion the picture changes once a second. */
const CALM_EVERY = 10;

/** Loudness as people hear it, 0 to 1. */
const heightOf = ({ level }: Sound): number => Math.max(0, 1 - decibelsOf(level) / FLOOR_DB);

/** Draws the last seconds of a microphone into a canvas, the newest at the end. */
export class WaveformDrawing {
  readonly #canvas: HTMLCanvasElement;
  readonly #calm: boolean;
  #heights: number[] = [];
  #waiting: number[] = [];

  constructor(canvas: HTMLCanvasElement, { calm }: { readonly calm: boolean }) {
    this.#canvas = canvas;
    this.#calm = calm;
  }

  add(sound: Sound): void {
    this.#waiting.push(heightOf(sound));
    if (this.#calm && this.#waiting.length < CALM_EVERY) return;
    this.#heights.push(...this.#waiting.splice(0));
    this.#draw();
  }

  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const context = this.#canvas.getContext('2d');
    if (!context || width === 0) return;
    const scale = globalThis.devicePixelRatio || 1;
    this.#canvas.width = Math.round(width * scale);
    this.#canvas.height = Math.round(height * scale);
    context.scale(scale, scale);
    context.fillStyle = getComputedStyle(this.#canvas).color;
    const bars = Math.floor(width / (BAR_PX + GAP_PX));
    this.#heights = this.#heights.slice(-bars);
    const start = bars - this.#heights.length;
    this.#heights.forEach((share, index) => {
      const bar = Math.max(2, share * height);
      context.fillRect((start + index) * (BAR_PX + GAP_PX), (height - bar) / 2, BAR_PX, bar);
    });
  }
}
