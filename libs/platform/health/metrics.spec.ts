import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

describe('the metrics', () => {
  it('count requests by route and status', async () => {
    const metrics = new Metrics();
    const labels = { method: 'GET', route: '/api/orders/:id', status: 200 };
    metrics.requests.observe(labels, 0.02);
    metrics.requests.observe(labels, 3);
    const text = await metrics.registry.metrics();
    const of = 'method="GET",route="/api/orders/:id",status="200"';
    expect(text).toContain(`nakadachi_http_request_seconds_count{${of}} 2`);
    expect(text).toContain(`nakadachi_http_request_seconds_bucket{le="0.025",${of}} 1`);
  });

  it('read a gauge each time it is asked for', async () => {
    const metrics = new Metrics();
    let waiting = 3;
    metrics.gauge('events_waiting', 'Recorded events', async () => waiting);
    metrics.gauge('socket_connections', 'Open sockets', () => 7);
    expect(await metrics.registry.metrics()).toContain('nakadachi_events_waiting 3');
    waiting = 0;
    const text = await metrics.registry.metrics();
    expect(text).toContain('nakadachi_events_waiting 0');
    expect(text).toContain('nakadachi_socket_connections 7');
  });

  it('of two processes in one program are apart', async () => {
    const metrics = new Metrics();
    metrics.gauge('jobs_failed', 'Jobs that failed', () => 1);
    expect(await new Metrics().registry.metrics()).not.toContain('nakadachi_jobs_failed');
  });
});
