import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { api } from '#contracts/index.js';
import type { Endpoint } from '#contracts/endpoint.js';
import { ENDPOINT } from '#platform/http/route.js';

/** Nest marks a method that serves a route with this. */
const NEST_PATH = 'path';

/** Refuses to start where a route is not in the contracts (so that it states who may call it), or is served twice. */
export function checkRoutes(app: INestApplication): void {
  const scanner = app.get(MetadataScanner, { strict: false });
  const served = new Set<Endpoint>();
  for (const { instance, name } of app.get(DiscoveryService, { strict: false }).getControllers()) {
    const methods = instance as Record<string, object>;
    for (const key of scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
      const method = methods[key] as object;
      if (!Reflect.hasMetadata(NEST_PATH, method)) continue;
      const endpoint = Reflect.getMetadata(ENDPOINT, method) as Endpoint | undefined;
      if (!endpoint) throw new Error(`${name}.${key} is a route without an endpoint of the contracts.`);
      if (served.has(endpoint)) throw new Error(`${endpoint.method} ${endpoint.path} is served twice.`);
      served.add(endpoint);
    }
  }
  const missing = Object.entries<Record<string, Endpoint>>(api).flatMap(([context, endpoints]) =>
    Object.entries(endpoints).flatMap(([name, endpoint]) =>
      served.has(endpoint) ? [] : [`${context}.${name}`],
    ),
  );
  if (missing.length > 0) throw new Error(`No controller serves ${missing.join(', ')}.`);
}
