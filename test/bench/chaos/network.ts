import { connect, createServer, type Socket } from 'node:net';

/**
 * What stands between the clients and the realtime processes: a balancer on a loopback port that is slow, stalls and
 * cuts connections. It forwards bytes; so much as a byte that is lost ends the connection, as TCP has it.
 */
export class BadNetwork {
  calm = false;
  cuts = 0;
  private readonly open = new Set<() => void>();

  private constructor(
    readonly url: string,
    private readonly close: () => void,
  ) {}

  static async start(upstreams: readonly number[], random: () => number): Promise<BadNetwork> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const network = new BadNetwork(`http://127.0.0.1:${port}`, () => server.close());
    server.on('connection', (socket) => network.carry(socket, upstreams, random));
    return network;
  }

  private carry(down: Socket, upstreams: readonly number[], random: () => number): void {
    const first = Math.floor(random() * upstreams.length);
    const up = connect(upstreams[first] ?? 0, '127.0.0.1');
    const end = () => {
      down.destroy();
      up.destroy();
      clearTimeout(cut);
      this.open.delete(end);
    };
    this.open.add(end);
    for (const socket of [down, up]) {
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', end);
    }
    // One in eight is on a slow line.
    const delay = random() < 0.125 ? 40 + random() * 160 : random() * 5;
    this.forward(down, up, delay, random);
    this.forward(up, down, delay, random);
    const cut = setTimeout(
      () => {
        if (this.calm) return;
        this.cuts++;
        end();
      },
      10_000 + random() * 110_000,
    );
  }

  /** In order; now and then nothing moves for a while. */
  private forward(from: Socket, to: Socket, delay: number, random: () => number): void {
    let free = 0;
    from.on('data', (chunk) => {
      const now = performance.now();
      const stall = !this.calm && random() < 0.0005 ? 500 + random() * 2_500 : 0;
      free = Math.max(free, now + (this.calm ? 0 : delay) + stall);
      if (free <= now) to.write(chunk);
      else setTimeout(() => to.write(chunk), free - now);
    });
  }

  stop(): void {
    for (const end of [...this.open]) end();
    this.close();
  }
}
