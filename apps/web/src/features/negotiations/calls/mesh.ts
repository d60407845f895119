import type { CallSignal } from '#contracts/calls.js';

export interface MeshPorts {
  readonly iceServers: RTCIceServer[];
  send(to: string, signal: CallSignal): void;
  /** What others send has changed, or whether one of them is reached. */
  changed(): void;
}

export interface LocalTracks {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
}

/** So long (ms) a way between two browsers may be lost before another is sought. */
const PATIENCE = 4_000;

/**
 * The ways to all others in a call. Of two, the one that came later offers, always: offers cannot cross. What is sent
 * is changed by replacing tracks, so that muting, another camera and a shared screen need no new offer.
 */
export class Mesh {
  private readonly peers = new Map<string, Peer>();
  private tracks: LocalTracks = { audio: null, video: null };

  constructor(private readonly ports: MeshPorts) {}

  /** Takes the list of who takes part, in the order of coming. */
  sync(ownId: string, order: readonly string[]): void {
    const own = order.indexOf(ownId);
    if (own < 0) return;
    for (const [id, peer] of this.peers) if (!order.includes(id)) this.drop(id, peer);
    for (const [i, id] of order.entries()) if (id !== ownId && !this.peers.has(id)) this.add(id, i < own);
  }

  receive(from: string, signal: CallSignal): void {
    // An offer may come before the list that names its sender.
    const peer = this.peers.get(from) ?? (signal.kind === 'offer' ? this.add(from, false) : undefined);
    peer?.receive(signal);
  }

  /** What is sent to everybody from now on. */
  send(tracks: LocalTracks): void {
    this.tracks = tracks;
    for (const peer of this.peers.values()) peer.send(tracks);
  }

  streamOf(id: string): MediaStream | null {
    return this.peers.get(id)?.stream ?? null;
  }

  isReached(id: string): boolean {
    return this.peers.get(id)?.isReached ?? false;
  }

  close(): void {
    for (const [id, peer] of this.peers) this.drop(id, peer);
  }

  private add(id: string, offers: boolean): Peer {
    const send = (signal: CallSignal) => this.ports.send(id, signal);
    const peer = new Peer({ ...this.ports, send }, offers, this.tracks);
    this.peers.set(id, peer);
    return peer;
  }

  private drop(id: string, peer: Peer): void {
    peer.close();
    this.peers.delete(id);
  }
}

interface PeerPorts extends Omit<MeshPorts, 'send'> {
  send(signal: CallSignal): void;
}

/** The way to one other. */
class Peer {
  readonly stream = new MediaStream();
  private readonly connection: RTCPeerConnection;
  private readonly early: RTCIceCandidateInit[] = [];
  private readonly watch: ReturnType<typeof setInterval>;
  /** Descriptions are set one after the other. */
  private work: Promise<void> = Promise.resolve();
  private lostAt: number | null = Date.now();

  constructor(
    private readonly ports: PeerPorts,
    private readonly offers: boolean,
    private tracks: LocalTracks,
  ) {
    this.connection = new RTCPeerConnection({ iceServers: ports.iceServers });
    this.connection.onicecandidate = ({ candidate }) => candidate && this.tellCandidate(candidate);
    this.connection.ontrack = ({ track }) => {
      this.stream.addTrack(track);
      ports.changed();
    };
    this.connection.onconnectionstatechange = () => this.stateChanged();
    if (offers) {
      for (const kind of ['audio', 'video'] as const) this.connection.addTransceiver(kind);
      this.offer(false);
    }
    this.watch = setInterval(() => this.seekAgain(), PATIENCE / 2);
  }

  get isReached(): boolean {
    return this.connection.connectionState === 'connected';
  }

  send(tracks: LocalTracks): void {
    this.tracks = tracks;
    this.after(() => this.sendTracks());
  }

  receive(signal: CallSignal): void {
    if (signal.kind === 'candidate') this.after(() => this.takeCandidate(signal));
    else if (signal.kind !== 'restart') this.after(() => this.takeDescription(signal.kind, signal.sdp));
    else if (this.offers) this.offer(true);
  }

  close(): void {
    clearInterval(this.watch);
    this.connection.onconnectionstatechange = null;
    this.connection.close();
  }

  private offer(iceRestart: boolean): void {
    this.after(async () => {
      await this.sendTracks();
      await this.connection.setLocalDescription(await this.connection.createOffer({ iceRestart }));
      this.ports.send({ kind: 'offer', sdp: this.connection.localDescription?.sdp ?? '' });
    });
  }

  private async takeDescription(type: 'offer' | 'answer', sdp: string): Promise<void> {
    if (type === 'answer' && this.connection.signalingState !== 'have-local-offer') return;
    await this.connection.setRemoteDescription({ type, sdp });
    for (const candidate of this.early.splice(0)) await this.connection.addIceCandidate(candidate);
    if (type === 'answer') return;
    await this.sendTracks();
    await this.connection.setLocalDescription();
    this.ports.send({ kind: 'answer', sdp: this.connection.localDescription?.sdp ?? '' });
  }

  private async takeCandidate({ candidate, sdpMid, sdpMLineIndex }: RTCIceCandidateInit): Promise<void> {
    const known = {
      candidate: candidate ?? '',
      sdpMid: sdpMid ?? null,
      sdpMLineIndex: sdpMLineIndex ?? null,
    };
    if (this.connection.remoteDescription) await this.connection.addIceCandidate(known);
    else this.early.push(known);
  }

  private async sendTracks(): Promise<void> {
    for (const transceiver of this.connection.getTransceivers()) {
      transceiver.direction = 'sendrecv';
      const track = transceiver.receiver.track.kind === 'audio' ? this.tracks.audio : this.tracks.video;
      await transceiver.sender.replaceTrack(track);
    }
  }

  private tellCandidate({ candidate, sdpMid, sdpMLineIndex }: RTCIceCandidate): void {
    this.ports.send({ kind: 'candidate', candidate, sdpMid, sdpMLineIndex });
  }

  private stateChanged(): void {
    const { connectionState } = this.connection;
    if (connectionState === 'connected') this.lostAt = null;
    else this.lostAt ??= Date.now();
    if (connectionState === 'failed') this.seekAgain(true);
    this.ports.changed();
  }

  /** Looks for another way where this one is lost (ICE restart), or where a signal may have been. */
  private seekAgain(atOnce = false): void {
    if (this.lostAt === null || (!atOnce && Date.now() - this.lostAt < PATIENCE)) return;
    this.lostAt = Date.now();
    if (this.offers) this.offer(true);
    else this.ports.send({ kind: 'restart' });
  }

  private after(step: () => Promise<void>): void {
    // A description that no longer fits (the other has begun anew meanwhile) is followed by one that does.
    this.work = this.work.then(step).catch((error: unknown) => console.warn('Call:', error));
  }
}
