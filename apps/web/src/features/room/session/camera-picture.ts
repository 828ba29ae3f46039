import type { Picture } from '@ieum/webrtc-client';

/** The camera's m-line in every session, see `MediaTransceivers`; browsers number them from 0. */
const CAMERA_MID = '1';

/** Whether a picture is the camera's and not the screen's; the camera's, too, where the browser does not tell. */
export const isCameraPicture = ({ mid }: Picture): boolean => mid === undefined || mid === CAMERA_MID;
