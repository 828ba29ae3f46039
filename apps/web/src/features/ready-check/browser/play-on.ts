/** Not in every browser: phones leave the choice of the speaker to the system. */
export const canChooseSpeaker = (): boolean => typeof HTMLMediaElement.prototype.setSinkId === 'function';

/** Starts an element on the chosen speaker. Rejects when that one is gone, or a click has to come first. */
export async function playOn(element: HTMLMediaElement, speakerId: string | undefined): Promise<void> {
  if (speakerId !== undefined && canChooseSpeaker()) await element.setSinkId(speakerId);
  await element.play();
}
