import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { root } from '../workspace.mjs';
import { read, render } from './compose.mjs';

/** Prometheus' own, those of prom-client. */
const NOT_IN_OUR_SOURCES = [
  'up',
  'ALERTS',
  'nodejs_eventloop_lag_p99_seconds',
  'process_cpu_seconds_total',
  'process_resident_memory_bytes',
];

const sources = readdirSync(path.join(root, 'apps/api/src'), { recursive: true })
  .filter((file) => /metrics.*\.ts$/u.test(file))
  .map((file) => `apps/api/src/${file}`);
const kept = sources.flatMap((file) => [...read(file).matchAll(/'(ieum_[a-z_]+)'/gu)].map(([, name]) => name));
const known = new Set([...kept, ...NOT_IN_OUR_SOURCES]);

/** The names of metrics in an expression: what stands before `{`, `[` or a bracket that closes, and is no function. */
const metricsIn = (expression) =>
  [...expression.matchAll(/\b((?:ieum|nodejs|process)_[a-z0-9_]+|up|ALERTS)\b(?!\s*\()/gu)].map(([, name]) =>
    name.replace(/_(bucket|sum|count)$/u, (end) => (known.has(name) ? end : '')),
  );

const { groups } = parse(read('deploy/prometheus/alerts.yml'));
const rules = groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(read('deploy/grafana/dashboards/ieum.json'));
const panels = dashboard.panels.filter(({ type }) => type !== 'row');
const { services } = render(read('docker-compose.yml'), parseEnv(read('.env.example')));

describe('what watches an installation', () => {
  it.each(rules.map((rule) => [rule.alert, rule]))('%s asks for figures that there are', (_, rule) => {
    expect(metricsIn(rule.expr).length).toBeGreaterThan(0);
    for (const name of metricsIn(rule.expr)) expect(known).toContain(name);
    expect(rule).toMatchObject({ for: expect.stringMatching(/^\d+m$/u), annotations: { summary: expect.any(String) } });
    expect(['page', 'ticket']).toContain(rule.labels.severity);
  });

  it.each(rules.map(({ alert }) => alert))('%s is explained', (alert) => {
    expect(read('docs/operate.md')).toContain(`\`${alert}\``);
  });

  it.each(panels.map((panel) => [panel.title, panel]))('the panel "%s" asks for figures that there are', (_, panel) => {
    for (const { expr, datasource } of panel.targets) {
      expect(metricsIn(expr).length).toBeGreaterThan(0);
      for (const name of metricsIn(expr)) expect(known).toContain(name);
      expect(datasource.uid).toBe('prometheus');
    }
  });

  it('shows every figure that is ours', () => {
    const shown = new Set(panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => metricsIn(expr))));
    const notShown = [...new Set(kept)].filter((name) => !shown.has(name));
    expect(notShown.sort()).toEqual(['ieum_build_info', 'ieum_handshakes_refused_total']);
  });

  it('lets nobody see it who is not on the machine and has no password', () => {
    expect(services.grafana).toMatchObject({
      ports: ['127.0.0.1:3001:3000'],
      environment: { GF_AUTH_ANONYMOUS_ENABLED: 'false', GF_USERS_ALLOW_SIGN_UP: 'false' },
    });
    expect(services.prometheus).not.toHaveProperty('ports');
    for (const name of ['prometheus', 'grafana']) expect(services[name].profiles).toEqual(['watch']);
  });

  it('is asked where the API listens, and the port is published by nobody', () => {
    const { scrape_configs: jobs } = parse(read('deploy/prometheus/prometheus.yml'));
    const port = Number(services.api.environment.METRICS_PORT);
    expect(jobs[0].dns_sd_configs[0]).toMatchObject({ names: ['api'], type: 'A', port });
    for (const { ports = [] } of Object.values(services))
      for (const each of ports) expect(each).not.toContain(String(port));
  });
});
