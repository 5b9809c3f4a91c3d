import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { instruments } from '@/lib/telemetry/instruments'
import { top } from '../launch/paths'
import { dashboardExpressions, dashboardPath, dashboardText } from './dashboard'

const hasPromtool = spawnSync('promtool', ['--version']).status === 0
const textOf = (path: string): string => readFileSync(join(top, path), 'utf8')

const rulesSchema = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          labels: z.object({ severity: z.enum(['critical', 'warning', 'info']) }),
          annotations: z.object({ summary: z.string(), runbook: z.string() }),
        }),
      ),
    }),
  ),
})
const rules = rulesSchema.parse(parse(textOf('ops/alerts.yml'))).groups.flatMap((group) => group.rules)

const endings: Readonly<Record<string, string>> = { s: '_seconds', By: '_bytes' }

/** The series that a Prometheus has, by the metrics of the product. */
const series = new Set(
  Object.entries(instruments).flatMap(([name, { kind, unit }]) => {
    const base = `${name.replaceAll('.', '_')}${endings[unit] ?? ''}`
    if (kind === 'count') return [`${base}_total`]
    return kind === 'time' ? [`${base}_count`, `${base}_sum`, `${base}_bucket`] : [base]
  }),
)

const expressions = [...rules.map(({ expr }) => expr), ...dashboardExpressions]

describe('the alerts and the dashboard', () => {
  it('ask for metrics that exist', () => {
    const asked = expressions.flatMap((expr) => expr.match(/sealwatch_\w+/g) ?? [])
    expect(asked.length).toBeGreaterThan(30)
    expect(asked.filter((name) => !series.has(name))).toEqual([])
  })

  it('have a section of the runbook for each alert, and no other alert there', () => {
    const runbook = textOf('docs/runbook.md')
    const sections = [...runbook.matchAll(/^### (Sealwatch\w+)$/gm)].map(([, name]) => name)
    expect(sections.sort()).toEqual(rules.map(({ alert }) => alert).sort())
    for (const { alert, annotations } of rules)
      expect(annotations.runbook).toBe(`docs/runbook.md#${alert.toLowerCase()}`)
  })

  it('are the dashboard that the types of Grafana check; `node tooling/launch/run.mjs dashboard` writes it', () => {
    expect(textOf(dashboardPath)).toBe(dashboardText())
  })

  it('show a number that is not exported as not known, in each panel', () => {
    const panel = z.object({
      type: z.string(),
      targets: z.array(z.object({ expr: z.string() })).optional(),
      fieldConfig: z.object({ defaults: z.object({ noValue: z.string().optional() }) }).optional(),
    })
    const { panels } = z.object({ panels: z.array(panel) }).parse(JSON.parse(dashboardText()))
    const charts = panels.filter(({ type }) => type !== 'row')
    expect(charts.map(({ targets }) => targets?.[0]?.expr)).toEqual(dashboardExpressions)
    for (const { fieldConfig } of charts) expect(fieldConfig?.defaults.noValue).toBe('not known')
    for (const expr of expressions) expect(expr).not.toMatch(/\bor vector\(0\)/)
  })

  it.skipIf(!hasPromtool)('pass promtool: rules, and series that raise each alert and none', () => {
    for (const args of [
      ['check', 'rules', '--lint=all', '--lint-fatal', 'ops/alerts.yml'],
      ['test', 'rules', 'ops/alerts.test.yml'],
    ]) {
      const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: top, encoding: 'utf8' })
      expect([args.join(' '), status, status === 0 ? '' : stdout + stderr]).toEqual([args.join(' '), 0, ''])
    }
    const tested = textOf('ops/alerts.test.yml')
    // Series that raise it, and series that do not.
    for (const { alert } of rules)
      expect(tested.split(/\s/).filter((word) => word === alert).length, alert).toBeGreaterThanOrEqual(2)
  })

  it.skipIf(!hasPromtool)('have expressions that Prometheus reads', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwatch-rules-'))
    const file = join(folder, 'dashboard.yml')
    const made = dashboardExpressions.map((expr, at) => ({ record: `panel:${at}`, expr }))
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules: made }] }))
    const { status, stderr } = spawnSync('promtool', ['check', 'rules', file], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect([status, stderr]).toEqual([0, ''])
  })
})
