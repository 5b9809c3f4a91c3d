import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Ajv } from 'ajv/dist/ajv.js'
import { parse } from 'yaml'
import { variableShapes } from '@/lib/config/variables'
import { top } from '../launch/paths'

const chart = join(top, 'infra', 'helm', 'sealwatch')
const read = (...path: string[]) => readFileSync(join(chart, ...path), 'utf8')
const values: Record<string, unknown> = parse(read('values.yaml'))
const schema: { properties: Record<string, { properties?: Record<string, unknown> }> } = JSON.parse(
  read('values.schema.json'),
)
const templates = readdirSync(join(chart, 'templates')).map((name) => ({ name, text: read('templates', name) }))
const whole = templates.map(({ text }) => text).join('\n')

/** `.Values.a.b` as `a.b`, wherever a template uses it. */
const asked = [...new Set([...whole.matchAll(/\.Values\.([\w.]+)/g)].map(([, path = '']) => path))]

function at(path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], values)
}

describe('the chart', () => {
  it('uses existing values, and has no unused one', () => {
    expect(asked.filter((path) => at(path) === undefined)).toEqual([])
    const leaves = Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
        ? Object.keys(value).map((inner) => `${key}.${inner}`)
        : [key],
    )
    const used = (leaf: string) => asked.some((path) => path === leaf || path.startsWith(`${leaf}.`))
    expect(leaves.filter((leaf) => !used(leaf))).toEqual([])
  })

  it('describes every value in its schema', () => {
    expect(Object.keys(values).filter((key) => !(key in schema.properties))).toEqual([])
    for (const [key, value] of Object.entries(values)) {
      const inner = schema.properties[key]?.properties
      if (inner === undefined) continue
      expect(Object.keys(value as object).filter((each) => !(each in inner))).toEqual([])
    }
  })

  it('contains no secret: it names Kubernetes Secrets instead', () => {
    const set = whole.match(/- name: \w*(?:SECRET|DATABASE_URL)\w*\n\s+\w+:/g) ?? []
    expect(set).toHaveLength(2)
    expect(set.filter((each) => !each.endsWith('valueFrom:'))).toEqual([])
    expect(whole).not.toMatch(/kind: Secret\b|b64enc|randAlpha/)
  })

  it('closes every block that it opens, and includes only defined templates', () => {
    for (const { text } of templates) {
      const opened = text.match(/\{\{-? *(?:if|with|range|define)\b/g) ?? []
      expect(text.match(/\{\{-? *end\b/g) ?? []).toHaveLength(opened.length)
    }
    const defined = [...whole.matchAll(/define "([\w.]+)"/g)].map(([, name]) => name)
    const included = [...whole.matchAll(/include "([\w.]+)"/g)].map(([, name]) => name)
    expect(included.filter((name) => !defined.includes(name))).toEqual([])
    expect(defined.filter((name) => !included.includes(name))).toEqual([])
  })

  it('names existing variables, files of the image, and served paths', () => {
    const named = [...new Set(whole.match(/\b(?:SEALWATCH_\w+|DATABASE_URL)\b/g))]
    expect(named.filter((name) => !(name in variableShapes))).toEqual([])
    const paths = [...whole.matchAll(/httpGet: \{ path: (\/\w+)/g)].map(([, path = '']) => path)
    expect(paths).toEqual(['/healthz', '/healthz', '/readyz'])
    for (const path of paths) expect(existsSync(join(top, 'app', path, 'route.ts'))).toBe(true)
    expect([...whole.matchAll(/command: \['node', '([\w.]+)'\]/g)].map(([, file]) => file)).toEqual([
      'collect.mjs',
      'server.js',
    ])
  })
})

const podsOf = templates.filter(({ text }) => text.includes('kind: Deployment'))

describe.each(podsOf)('the pods of $name', ({ text }) => {
  it('run as an unprivileged user, on a read-only root, without capabilities and without the cluster’s token', () => {
    const helpers = read('templates', '_helpers.tpl')
    for (const line of ['runAsNonRoot: true', 'type: RuntimeDefault', 'runAsUser: 65532'])
      expect(helpers).toContain(line)
    for (const line of ['readOnlyRootFilesystem: true', 'allowPrivilegeEscalation: false', "drop: ['ALL']"]) {
      expect(helpers).toContain(line)
    }
    expect(text).toContain('include "sealwatch.podSecurity"')
    expect(text).toContain('include "sealwatch.containerSecurity"')
    expect(text).toContain('automountServiceAccountToken: false')
    expect(text).toContain('.resources | nindent')
  })
})

describe('the network policy', () => {
  const { text } = templates.find(({ name }) => name === 'network-policy.yaml')!

  it('restricts each outgoing port to a list of destinations; only an empty list allows all', () => {
    const rules = text
      .slice(text.indexOf('egress:'))
      .split(/^ {4}- ports:$/m)
      .slice(1)
    const lists = rules.map((rule) => /include "sealwatch\.to" \$\.Values\.networkPolicy\.(to\.\w+) /.exec(rule)?.[1])
    expect(lists).toEqual(['to.names', 'to.https', 'to.database'])
    expect(lists.map((list) => at(`networkPolicy.${list}`))).toEqual([[], [], []])
    expect(read('templates', '_helpers.tpl')).toMatch(
      /define "sealwatch\.to" -}}\n{{- with \. -}}\nto:\n{{- range \. }}\n {2}- ipBlock: { cidr: {{ \. \| quote }} }\n/,
    )
  })

  it('opens the port of the metrics only where they are enabled, which needs a token', () => {
    const [, dashboard = '', collector = ''] =
      /if eq \$part "dashboard" }}([\s\S]*?){{- else if \$\.Values\.metrics\.enabled }}([\s\S]*?){{- else }}/.exec(
        text,
      ) ?? []
    expect(dashboard).toMatch(/if \$\.Values\.metrics\.enabled }}\n\s+{{- include "sealwatch\.metricsIngress" \$/)
    expect(collector).toContain('include "sealwatch.metricsIngress" $')
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema)
    const wrong = (metrics: object) => {
      validate({ ...values, metrics })
      return (validate.errors ?? [])
        .map(({ instancePath }) => instancePath)
        .filter((path) => path.startsWith('/metrics'))
    }
    expect(wrong({ enabled: false })).toEqual([])
    expect(wrong({ enabled: true, tokenSecret: { name: 'metrics', key: 'token' } })).toEqual([])
    expect(wrong({ enabled: true, tokenSecret: { name: '', key: 'token' } })).toContain('/metrics/tokenSecret/name')
  })

  it('accepts only CIDRs as destinations', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(schema)
    const good = { ...values, image: { repository: 'x' } }
    const withHttps = (https: unknown) => ({ ...good, networkPolicy: { enabled: true, to: { https } } })
    const wrong = (each: object) => {
      validate(each)
      return (validate.errors ?? []).map(({ instancePath }) => instancePath).filter((path) => path.includes('/to'))
    }
    expect(wrong(withHttps(['10.1.0.0/24', '2603:1000::/24']))).toEqual([])
    for (const odd of [['login.microsoftonline.com'], ['10.1.0.0'], '10.1.0.0/24', [{ cidr: '10.1.0.0/24' }]])
      expect(wrong(withHttps(odd))).not.toEqual([])
  })
})

it('has the version of the product', () => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'))
  expect(parse(read('Chart.yaml'))).toMatchObject({ version, appVersion: version })
})

it('uses the same user as the image', () => {
  const user = /^USER (\d+):/m.exec(readFileSync(join(top, 'Dockerfile'), 'utf8'))?.[1]
  expect(read('templates', '_helpers.tpl')).toContain(`runAsUser: ${user}`)
})
