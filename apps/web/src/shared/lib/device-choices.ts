import { z } from 'zod';

const ForThisTab = z.object({ microphone: z.boolean(), camera: z.boolean() }).partial();
const ForThisDevice = z
  .object({
    microphoneId: z.string(),
    cameraId: z.string(),
    speakerId: z.string(),
    processing: z.object({
      echoCancellation: z.boolean(),
      noiseSuppression: z.boolean(),
      autoGainControl: z.boolean(),
    }),
    dataSaver: z.boolean(),
    shortcuts: z.boolean(),
  })
  .partial();

/** How a person wants their devices. */
export interface DeviceChoices extends z.infer<typeof ForThisDevice> {
  /** Whether they are on. The person's own, and kept for this tab only. */
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly dataSaver: boolean;
  /** Whether single keys do something in a call. */
  readonly shortcuts: boolean;
}

export interface DeviceChoiceStore {
  read(): DeviceChoices;
  /** `undefined` goes back to the default. */
  write(change: Partial<DeviceChoices>): void;
}

const TAB_KEY = 'ieum.room-devices';
const DEVICE_KEY = 'ieum.devices';

/** The same in the ready check and in the room. */
export const deviceChoices: DeviceChoiceStore = {
  read: () => {
    const ofTab = parse(ForThisTab, sessionStorage.getItem(TAB_KEY));
    const ofDevice = parse(ForThisDevice, localStorage.getItem(DEVICE_KEY));
    return {
      ...ofDevice,
      microphone: ofTab?.microphone ?? true,
      camera: ofTab?.camera ?? true,
      dataSaver: ofDevice?.dataSaver ?? false,
      shortcuts: ofDevice?.shortcuts ?? true,
    };
  },
  write: (change) => {
    const { microphone, camera, ...ofDevice } = { ...deviceChoices.read(), ...change };
    sessionStorage.setItem(TAB_KEY, JSON.stringify({ microphone, camera }));
    localStorage.setItem(DEVICE_KEY, JSON.stringify(ofDevice));
  },
};

function parse<T>(schema: z.ZodType<T>, stored: string | null): T | undefined {
  if (stored === null) return undefined;
  try {
    return schema.safeParse(JSON.parse(stored)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
