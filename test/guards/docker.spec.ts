import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'yaml';
import { documentedVariables, loadConfig } from '#platform/config/index.js';

interface Service {
  image: string;
  command?: string[];
  restart: string;
  ports?: string[];
  environment?: Record<string, string | number>;
  deploy?: { replicas: number };
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
  volumes?: string[];
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, null>;
}

const read = (file: string) => readFileSync(`docker/${file}`, 'utf8');
const compose = parse(read('compose.yaml'), { merge: true }) as Compose;
const dockerfile = read('Dockerfile');
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`compose.yaml has no service ${name}`);
  return found;
};

const known = documentedVariables().map(([name]) => name as string);
/** The program's own services, by the role that each runs. */
const roles = { migrate: 'cli', api: 'api', realtime: 'realtime', worker: 'worker' };
const ownServices = Object.keys(roles);

/** A value as compose fills it in, where nothing is set in .env but what it insists on. */
const filledIn = (value: string | number) =>
  String(value).replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) =>
    kind === '-' ? rest : `a-value-for-${name}-of-32-characters`,
  );

describe('compose.yaml', () => {
  it('has every engine and every role, the roles twice', () => {
    const names = ['proxy', 'migrate', 'api', 'realtime', 'worker', 'postgres', 'redis', 'meilisearch'];
    expect(Object.keys(compose.services).sort()).toEqual(names.sort());
    for (const role of ['api', 'realtime', 'worker']) expect(service(role).deploy?.replicas).toBe(2);
  });

  it.each(Object.entries(roles))('runs %s from a program of this project', (name, app) => {
    const program = service(name).command?.find((word) => word.startsWith('dist/'));
    expect(program).toBe(`dist/apps/${app}/main.js`);
    expect(existsSync(`apps/${app}/main.ts`)).toBe(true);
  });

  it.each(ownServices)('gives %s only variables of the configuration, with valid values', (name) => {
    const environment = service(name).environment ?? {};
    expect(Object.keys(environment).filter((variable) => !known.includes(variable))).toEqual([]);
    const values = Object.fromEntries(
      Object.entries(environment).map(([key, value]) => [key, filledIn(value)]),
    );
    const config = loadConfig(values);
    expect(config.database.url).toContain('@postgres:5432/');
    expect(config.redis.url).toBe('redis://redis:6379');
    expect(config.http.trustProxy).toBe(1);
  });

  it('asks in .env only for what is documented', () => {
    const asked = [...read('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    const others = new Set(asked.filter((name) => !known.includes(String(name))));
    const readme = read('README.md');
    for (const name of others) expect(readme).toContain(String(name));
  });

  it('watches the health of everything that stays, and starts nothing before what it needs', () => {
    for (const [name, { healthcheck, restart }] of Object.entries(compose.services)) {
      // api and worker have the image's.
      const watched = healthcheck?.test !== undefined || ['api', 'worker'].includes(name);
      expect([name, watched]).toEqual([name, restart !== 'no']);
    }
    for (const role of ['api', 'realtime', 'worker'])
      expect(service(role).depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
        migrate: { condition: 'service_completed_successfully' },
      });
    expect(service('proxy').depends_on).toMatchObject({ api: { condition: 'service_healthy' } });
  });

  it('loses nothing: Redis writes a log and drops no key, all data lies in volumes', () => {
    expect(service('redis').command?.join(' ')).toContain('--appendonly yes --maxmemory-policy noeviction');
    for (const name of ['postgres', 'redis', 'meilisearch', 'api']) {
      const [volume] = service(name).volumes?.[0]?.split(':') ?? [];
      expect(Object.keys(compose.volumes)).toContain(volume);
    }
  });

  it('opens the proxy only', () => {
    const open = Object.entries(compose.services).filter(([, { ports }]) => ports);
    expect(open.map(([name]) => name)).toEqual(['proxy']);
  });
});

describe('proxy.conf', () => {
  /** The directives of a block, by the words that open it. */
  const block = (opening: string) => {
    const start = read('proxy.conf').indexOf(`${opening} {`);
    expect([opening, start]).not.toEqual([opening, -1]);
    return read('proxy.conf').slice(start, read('proxy.conf').indexOf('}', start));
  };

  it('leads to the ports of the configuration', () => {
    const { http, realtime } = loadConfig({ SECRET_KEY: 'a key of at least thirty-two characters' });
    expect(block('upstream api')).toContain(`server api:${http.port} resolve;`);
    expect(block('upstream realtime')).toContain(`server realtime:${realtime.port} resolve;`);
    expect(service('realtime').healthcheck?.test?.join(' ')).toContain(
      `127.0.0.1:${realtime.port}/health/live`,
    );
  });

  it('keeps WebSockets working', () => {
    const sockets = block('location /socket.io/');
    for (const line of [
      'proxy_pass http://realtime;',
      'proxy_set_header Upgrade $http_upgrade;',
      'proxy_set_header Connection $connection_upgrade;',
      'proxy_set_header Host $http_host;',
    ])
      expect(sockets).toContain(line);
    expect(read('proxy.conf')).toMatch(
      /map \$http_upgrade \$connection_upgrade \{\s+default upgrade;\s+'' close;/,
    );
    expect(read('proxy.conf')).toContain('proxy_http_version 1.1;');
    expect(Number(/proxy_read_timeout (\d+)s/.exec(sockets)?.[1])).toBeGreaterThan(25 + 20);
  });

  it('listens where compose.yaml says', () => {
    const [, inside] = service('proxy').ports?.[0]?.split('}:') ?? [];
    expect(read('proxy.conf')).toContain(`listen ${inside};`);
  });
});

describe('Dockerfile', () => {
  it('has nothing that the linter finds fault with', () => {
    const linter = createRequire(import.meta.url)('dockerfilelint') as {
      run(configFolder: string, content: string): { line: string; title: string }[];
    };
    expect(linter.run('docker', dockerfile)).toEqual([]);
  });

  it('is Node 24, as a user without rights, with a health check, and sets only known variables', () => {
    expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual([
      'node:24-bookworm-slim',
      'node:24-bookworm-slim',
    ]);
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK /m);
    const [, set = ''] = /^ENV (.*)$/m.exec(dockerfile) ?? [];
    expect(set.split(' ').map((pair) => pair.split('=')[0])).toEqual(['NODE_ENV', 'HOST', 'DATA_DIR']);
  });
});
