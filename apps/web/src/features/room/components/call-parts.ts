import { lazyPart } from '../lazy-part';

/** What a call shows when it is asked for: fetched then, or ahead of it once there is nothing better to do. */
export const callParts = {
  consent: lazyPart(async () => (await import('../consent/consent-part')).ConsentPart),
  safety: lazyPart(async () => (await import('../safety/safety-part')).SafetyPart),
  details: lazyPart(async () => (await import('../details/details-panel')).DetailsPanel),
  deviceProblem: lazyPart(async () => (await import('./device-problem')).DeviceProblem),
  shortcuts: lazyPart(async () => (await import('./shortcuts-list')).ShortcutsList),
  devices: lazyPart(async () => (await import('./device-menu')).DeviceMenu),
};
