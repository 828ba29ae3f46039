/**
 * Why something that came from outside was not taken. The document is as it was before.
 *
 * - `frame-invalid`: what came over a channel is no frame of this protocol, or out of place
 * - `update-malformed`: no update of format 1, or one that would leave a document that nobody could load again
 * - `update-too-slow`: looking at it took longer than the inspector allows
 * - `too-large`: the document, or what waits to become part of it, would be over its limit
 */
export type DocumentRefusal = 'frame-invalid' | 'update-malformed' | 'update-too-slow' | 'too-large';
