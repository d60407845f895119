import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Deployment {
  readonly url: string;
  /** From now on the app is of another version: its first script has another name, and its worker keeps that one. */
  deploy(): void;
  close(): void;
}

/** The product behind a server that can put a next version of the built app in the place of the present one. */
export async function openDeployment(productUrl: string): Promise<Deployment> {
  const page = await (await fetch(productUrl)).text();
  const entry = /\/assets\/(index-[\w-]+)\.js/.exec(page)?.[1] ?? '';
  const next = 'index-nextone1';
  let isDeployed = false;
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(next, entry);
    const headers = { cookie: request.headers.cookie ?? '', accept: request.headers.accept ?? '' };
    fetch(new URL(path, productUrl), { headers })
      .then(async (answer) => {
        const type = answer.headers.get('content-type') ?? '';
        const body = Buffer.from(await answer.arrayBuffer());
        const isNamed = isDeployed && (type.startsWith('text/html') || path === '/sw.js');
        response.writeHead(answer.status, { 'content-type': type });
        response.end(isNamed ? body.toString('utf8').replaceAll(entry, next) : body);
      })
      .catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deploy: () => void (isDeployed = true),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
