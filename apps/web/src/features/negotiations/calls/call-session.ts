import {
  callsApi,
  type Call,
  type CallEnd,
  type CallMedia,
  type CallSignal,
  type IceServer,
} from '#contracts/calls.js';
import { call } from '../../../api/client';
import { sendLive } from '../../../live/live';
import { openMedia, openScreen, type DeviceChoice, type LocalMedia, type MediaProblem } from './local-media';
import { Mesh } from './mesh';

export interface CallState {
  /** `lobby`: one sees oneself and chooses devices; `over`: the call has ended, or one has left it. */
  phase: 'lobby' | 'joining' | 'in' | 'over';
  peerId: string | null;
  media: CallMedia;
  problem: MediaProblem | null;
  /** Why joining failed, in words. */
  refused: string | null;
  /** What the others see of oneself. */
  picture: MediaStreamTrack | null;
  choice: DeviceChoice;
  /** Why it is over; null where one has left, or sits in another tab now. */
  end: CallEnd | null;
  /** Minutes that are left, once the server has warned. */
  warning: number | null;
  /** Counts up when what the others send has changed. */
  heard: number;
}

interface Seat {
  peerId: string;
  call: Call;
  iceServers: IceServer[];
}

/** How often (ms) the server is told that this tab is there. */
const ALIVE = 5_000;

/** One's own part in a call: devices, the seat on the server, and the ways to the others. */
export class CallSession {
  private state: CallState = {
    ...{ phase: 'lobby', peerId: null, problem: null, refused: null, picture: null, choice: {} },
    ...{ media: { microphone: true, camera: true, screen: false }, end: null, warning: null, heard: 0 },
  };
  private readonly watchers = new Set<() => void>();
  private own: LocalMedia = { audio: null, video: null, problem: null };
  private screen: MediaStreamTrack | null = null;
  private mesh: Mesh | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private closed = false;

  constructor(
    private readonly roomId: string,
    private readonly userId: string,
    /** Who is only present sends nothing. */
    private readonly speaks: boolean,
  ) {
    if (!speaks) this.state.media = { microphone: false, camera: false, screen: false };
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
  readonly snapshot = (): CallState => this.state;

  get isClosed(): boolean {
    return this.closed;
  }

  streamOf(peerId: string): MediaStream | null {
    return this.mesh?.streamOf(peerId) ?? null;
  }

  isReached(peerId: string): boolean {
    return this.mesh?.isReached(peerId) ?? false;
  }

  /** Opens microphone and camera as they are chosen; without them one can still listen. */
  async openDevices(choice: DeviceChoice = this.state.choice): Promise<void> {
    if (!this.speaks) return;
    const before = this.own;
    stop(before);
    this.own = await openMedia(choice);
    if (this.closed) return stop(this.own);
    const { problem } = this.own;
    this.become({ choice, problem, media: this.possible(this.state.media) });
    this.sendTracks();
  }

  async join(): Promise<void> {
    this.become({ phase: 'joining', refused: null, end: null });
    const answer = await sendLive<Seat>('call:join', { roomId: this.roomId, media: this.state.media });
    if (this.closed) return;
    if (!answer.ok) return this.become({ phase: 'lobby', refused: answer.message });
    const { peerId, call, iceServers } = answer;
    this.mesh = new Mesh({
      iceServers,
      send: (to, signal) => void sendLive('call:signal', { roomId: this.roomId, peerId, to, signal }),
      changed: () => this.become({ heard: this.state.heard + 1 }),
    });
    this.become({ phase: 'in', peerId });
    this.sendTracks();
    this.heardCall(call);
    this.timer = setInterval(() => this.sayAlive(), ALIVE);
  }

  /** The list of who takes part has changed. Who is not in it any more has lost their seat. */
  heardCall(call: Call | null): void {
    const { peerId, phase } = this.state;
    if (phase !== 'in' || peerId === null) return;
    const order = call?.participants.map((one) => one.peerId) ?? [];
    if (order.includes(peerId)) this.mesh?.sync(peerId, order);
    else this.lostSeat(call);
  }

  heardSignal(to: string, from: string, signal: CallSignal): void {
    if (to === this.state.peerId) this.mesh?.receive(from, signal);
  }

  heardWarning(minutes: number): void {
    this.become({ warning: minutes });
  }

  heardEnd(reason: CallEnd): void {
    if (this.state.phase === 'in') this.finish(reason);
  }

  /** The socket is there again: the seat is kept where that was quick enough. */
  reconnected(): void {
    this.sayAlive();
  }

  set(what: 'microphone' | 'camera', on: boolean): void {
    this.become({ media: this.possible({ ...this.state.media, [what]: on }) });
    this.sendTracks();
    this.sayAlive();
  }

  async shareScreen(): Promise<void> {
    const screen = await openScreen();
    if (!screen) return;
    if (this.closed || this.state.phase !== 'in') return screen.stop();
    this.screen = screen;
    // Ended in the browser's own bar.
    screen.onended = () => this.stopSharing();
    this.showScreen(true);
  }

  stopSharing(): void {
    this.screen?.stop();
    this.screen = null;
    this.showScreen(false);
  }

  leave(): void {
    const { peerId, phase } = this.state;
    if (phase === 'in' && peerId) void sendLive('call:leave', { roomId: this.roomId, peerId });
    this.finish(null);
  }

  /** Leaves, and lets go of the devices, for good. */
  close(): void {
    this.closed = true;
    this.leave();
    this.watchers.clear();
  }

  private showScreen(shown: boolean): void {
    this.become({ media: { ...this.state.media, screen: shown } });
    this.sendTracks();
    this.sayAlive();
  }

  private possible({ microphone, camera, screen }: CallMedia): CallMedia {
    return {
      microphone: microphone && this.own.audio !== null,
      camera: camera && this.own.video !== null,
      screen,
    };
  }

  /** A muted microphone and a camera that is off are off: nothing of them leaves this device. */
  private sendTracks(): void {
    const { microphone, camera } = this.state.media;
    if (this.own.audio) this.own.audio.enabled = microphone;
    if (this.own.video) this.own.video.enabled = camera;
    const video = this.screen ?? (camera ? this.own.video : null);
    this.mesh?.send({ audio: microphone ? this.own.audio : null, video });
    this.become({ picture: video });
  }

  private sayAlive(): void {
    const { peerId, phase, media } = this.state;
    if (phase !== 'in' || peerId === null) return;
    void sendLive('call:alive', { roomId: this.roomId, peerId, media }).then((answer) => {
      if (!answer.ok && answer.code === 'call/ended' && this.state.peerId === peerId) void this.askAgain();
    });
  }

  private async askAgain(): Promise<void> {
    try {
      this.heardCall((await call(callsApi.get, { params: { id: this.roomId } })).data.call);
    } catch {
      // Asked with the next sign of life.
    }
  }

  /** Lost while the line was away: taken anew. Where another tab of one's own has it, or the call is over: that is all. */
  private lostSeat(call: Call | null): void {
    if (!call || call.participants.some(({ userId }) => userId === this.userId)) return this.finish(null);
    this.dropSeat();
    void this.join();
  }

  private finish(end: CallEnd | null): void {
    this.dropSeat();
    stop(this.own);
    this.own = { audio: null, video: null, problem: null };
    this.become({ phase: 'over', peerId: null, picture: null, warning: null, end });
  }

  private dropSeat(): void {
    clearInterval(this.timer);
    this.mesh?.close();
    this.mesh = null;
    this.screen?.stop();
    this.screen = null;
  }

  private become(patch: Partial<CallState>): void {
    this.state = { ...this.state, ...patch };
    this.watchers.forEach((watcher) => watcher());
  }
}

function stop({ audio, video }: LocalMedia): void {
  audio?.stop();
  video?.stop();
}
