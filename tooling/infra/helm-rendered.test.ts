import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseAllDocuments, stringify } from 'yaml'
import * as z from 'zod'
import { top } from '../launch/paths'
import { getHelm } from './get-helm'
import { getKubernetesTypes } from './get-kubernetes-types'

const chart = join(top, 'infra', 'helm', 'sealwatch')
const folder = mkdtempSync(join(tmpdir(), 'sealwatch-helm-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const id = '0f9e2c1a-5b7d-4c3e-9a1f-2d4b6c8e0a12'
const required = {
  image: { repository: 'registry.example/sealwatch' },
  azure: { tenantId: id, spaClientId: id, apiClientId: id },
  dashboard: { proxies: ['10.244.0.0/16'] },
  history: { databaseSecret: { name: 'sealwatch-database' } },
  collector: { clientId: id },
}
/** Values under which each part of the chart is rendered. */
const everything = {
  ...required,
  azure: { ...required.azure, apiSecret: { name: 'api' }, allowedTenants: '*' },
  webhooksSecret: { name: 'webhooks' },
  extraEnv: [
    { name: 'HTTPS_PROXY', value: 'http://proxy.example:3128' },
    { name: 'NODE_EXTRA_CA_CERTS', value: '/ca/ca.pem' },
  ],
  extraVolumes: [{ name: 'ca', configMap: { name: 'ca' } }],
  extraVolumeMounts: [{ name: 'ca', mountPath: '/ca' }],
  metrics: { enabled: true, tokenSecret: { name: 'metrics' }, podMonitor: true },
  ingress: { enabled: true, className: 'nginx', host: 'dashboard.example.com', tlsSecret: 'tls' },
  networkPolicy: {
    to: { names: ['10.96.0.10/32'], https: ['10.1.0.4/32'], database: ['10.1.2.0/24'] },
    extraEgress: [{ ports: [{ port: 3128 }], to: [{ ipBlock: { cidr: '10.1.0.4/32' } }] }],
  },
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
  ],
  priorityClassName: 'high',
}

/** With every other field as it is, for the types of Kubernetes. */
const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string().regex(/^[a-z0-9-]{1,63}$/) }),
  spec: z.record(z.string(), z.unknown()).optional(),
})
const podSchema = z.object({
  template: z.object({
    spec: z.object({
      securityContext: z.object({ runAsNonRoot: z.literal(true) }),
      volumes: z.array(z.object({ name: z.string() })),
      priorityClassName: z.string().optional(),
      topologySpreadConstraints: z.array(z.object({})).optional(),
      containers: z.array(
        z.object({
          image: z.string(),
          env: z.array(z.object({ name: z.string() })),
          volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
          securityContext: z.object({ readOnlyRootFilesystem: z.literal(true) }),
        }),
      ),
    }),
  }),
})

let program: ReturnType<typeof getHelm>
beforeAll(() => {
  program = getHelm()
})

function helm(command: 'lint' | 'template', values: object) {
  const file = join(folder, 'values.yaml')
  writeFileSync(file, stringify(values))
  const args = command === 'lint' ? ['lint', '--strict', chart] : ['template', 'sealwatch', chart]
  if ('missing' in program) throw new Error(program.missing)
  return spawnSync(program.path, [...args, '--values', file], { encoding: 'utf8' })
}
function rendered(values: object) {
  const { status, stdout, stderr } = helm('template', values)
  expect([status, stderr]).toEqual([0, ''])
  return parseAllDocuments(stdout).map((document) => {
    expect(document.errors).toEqual([])
    return objectSchema.parse(document.toJS())
  })
}
/** What Kubernetes' types say against objects: one line for each error of the compiler. */
function typeErrors(objects: readonly { readonly apiVersion: string; readonly kind: string }[], types: string) {
  const place = mkdtempSync(join(folder, 'types-'))
  cpSync(types, join(place, 'kubernetes'), { recursive: true })
  const lines = objects.map((object, at) => {
    const [group = '', version] = object.apiVersion.split('/')
    const module = version === undefined ? `core/${group}` : `${group.split('.')[0]}/${version}`
    return `export const object${at}: import('./kubernetes/${module}').${object.kind} = ${JSON.stringify(object)}`
  })
  writeFileSync(join(place, 'objects.ts'), lines.join('\n'))
  const compiler = join(top, 'node_modules', 'typescript', 'bin', 'tsc')
  const args = [compiler, '--noEmit', '--strict', '--pretty', 'false', '--ignoreConfig', 'objects.ts']
  const { stdout } = spawnSync(process.execPath, args, { cwd: place, encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes('error'))
}

const podsOf = (objects: ReturnType<typeof rendered>) =>
  objects.filter(({ kind }) => kind === 'Deployment').map(({ spec }) => podSchema.parse(spec).template.spec)

describe('helm', () => {
  beforeEach((context) => {
    if ('missing' in program) context.skip(`not run: ${program.missing}`)
  })

  it('lints the chart, and refuses it without the required values', () => {
    for (const values of [required, everything]) expect(helm('lint', values).stdout).toContain('0 chart(s) failed')
    expect(helm('template', {}).status).not.toBe(0)
    expect(helm('template', { ...required, imagee: {} }).status).not.toBe(0)
  })

  it('renders each object once, and only those that are wanted', () => {
    const names = (values: object) => rendered(values).map(({ kind, metadata }) => `${kind} ${metadata.name}`)
    const least = names(required)
    expect(new Set(least).size).toBe(least.length)
    const all = names(everything)
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((name) => !least.includes(name)).map((name) => name.split(' ')[0])).toEqual(
      expect.arrayContaining(['Ingress', 'PodMonitor']),
    )
    const alone = names({ ...required, collector: { enabled: false } })
    expect(alone.filter((name) => name.startsWith('Deployment'))).toEqual(['Deployment sealwatch'])
  })

  it('gives each program its mounts, variables and place, each once', () => {
    const pods = podsOf(rendered(everything))
    expect(pods).toHaveLength(2)
    for (const { containers, volumes, priorityClassName, topologySpreadConstraints } of pods) {
      expect([priorityClassName, topologySpreadConstraints?.length]).toEqual(['high', 1])
      for (const { env, volumeMounts } of containers) {
        const variables = env.map(({ name }) => name)
        expect(new Set(variables).size).toBe(variables.length)
        expect(variables).toEqual(expect.arrayContaining(['HTTPS_PROXY', 'NODE_EXTRA_CA_CERTS', 'DATABASE_URL']))
        const there = volumes.map(({ name }) => name)
        expect(there).toContain('ca')
        expect(volumeMounts.filter(({ name }) => !there.includes(name))).toEqual([])
      }
    }
  })

  it('renders objects that the published types of Kubernetes accept', (context) => {
    const types = getKubernetesTypes()
    if ('missing' in types) return context.skip(`not run: ${types.missing}`)
    const foreign = ({ kind }: { readonly kind: string }): boolean => kind === 'PodMonitor'
    const objects = [required, everything].flatMap((values) => rendered(values)).filter((object) => !foreign(object))
    expect(objects.length).toBeGreaterThan(10)
    expect(typeErrors(objects, types.path)).toEqual([])
    const service = objects.find(({ kind }) => kind === 'Service')!
    const deployment = objects.find(({ kind }) => kind === 'Deployment')!
    const wrong = [
      { ...service, spec: { ...service.spec, ports: [{ port: '3000' }] } },
      { ...service, spec: { ...service.spec, sessionAfinity: 'None' } },
      { ...deployment, spec: { ...deployment.spec, template: { spec: { containers: [{ image: 'x' }] } } } },
    ]
    expect(typeErrors(wrong, types.path).map((line) => line.replace(/\(.*/, ''))).toHaveLength(3)
  })
})
