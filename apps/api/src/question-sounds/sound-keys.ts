/** Where a sound lies in the object store. Another one for the same question has another id, and another place. */
export const soundFolder = (soundId: string): string => `question-sounds/${soundId}/`;

export const soundKey = (soundId: string): string => `${soundFolder(soundId)}sound`;
