/** Why there is no picture or sound of one's own. `insecure`: the page came neither over https nor from this machine. */
export type MediaProblem = 'denied' | 'missing' | 'busy' | 'insecure';

export interface LocalMedia {
  audio: MediaStreamTrack | null;
  video: MediaStreamTrack | null;
  problem: MediaProblem | null;
}

export interface DeviceChoice {
  audio?: string | undefined;
  video?: string | undefined;
}

const wanted = (device: string | undefined, more: MediaTrackConstraints = {}): MediaTrackConstraints => ({
  ...more,
  ...(device !== undefined && { deviceId: { exact: device } }),
});

/** Enough to see a part held into the camera; three times over, a small firm's line still carries it. */
const picture: MediaTrackConstraints = {
  width: { ideal: 960 },
  height: { ideal: 540 },
  frameRate: { ideal: 24 },
};

/** Microphone and camera, or what there is of them, and what is in the way of the rest. */
export async function openMedia(choice: DeviceChoice): Promise<LocalMedia> {
  if (!('mediaDevices' in navigator)) return { audio: null, video: null, problem: 'insecure' };
  const audio = wanted(choice.audio, { echoCancellation: true, noiseSuppression: true });
  const video = wanted(choice.video, picture);
  let problem: MediaProblem | null = null;
  for (const asked of [{ audio, video }, { audio }, { video }]) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(asked);
      return {
        audio: stream.getAudioTracks()[0] ?? null,
        video: stream.getVideoTracks()[0] ?? null,
        problem,
      };
    } catch (error) {
      problem ??= problemOf(error);
      if (problem === 'denied') break;
    }
  }
  return { audio: null, video: null, problem };
}

/** The screen, a window or a tab, as the person chooses; null where they choose none. */
export async function openScreen(): Promise<MediaStreamTrack | null> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: true });
    return stream.getVideoTracks()[0] ?? null;
  } catch {
    return null;
  }
}

export const canShareScreen = (): boolean =>
  'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices;

function problemOf(error: unknown): MediaProblem {
  const { name } = error as DOMException;
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'missing';
}
