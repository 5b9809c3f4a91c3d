import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCollectorConfig } from '@/lib/config/collector-config'
import { cloudNames } from '@/lib/config/clouds'
import { parseConfig } from '@/lib/config/parse'
import { parseHistoryConfig } from '@/lib/config/history-config'
import { parseProxyConfig } from '@/lib/config/proxy-config'
import { variableShapes } from '@/lib/config/variables'
import { top } from '../launch/paths'
import { readBicep } from './bicep'

const folder = join(top, 'infra', 'azure')
const names = readdirSync(folder).filter((name) => name.endsWith('.bicep'))
const files = new Map(names.map((name) => [name, readBicep(readFileSync(join(folder, name), 'utf8'))]))
const file = (name: string) => {
  const found = files.get(name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}
const uses = (text: string, name: string) => (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length

describe.each(names)('%s', (name) => {
  const { text, params, symbols, modules, resources } = file(name)

  it('uses every parameter and variable that it declares', () => {
    const effects = new Set([...text.matchAll(/^\s*(?:resource|module) (\w+)/gm)].map(([, each]) => each))
    const idle = [...params.keys(), ...symbols].filter((each) => uses(text, each) < 2 && !effects.has(each))
    expect(idle).toEqual([])
  })

  it('passes each module exactly its parameters', () => {
    for (const { path, params: given } of modules) {
      const wanted = file(path).params
      expect(given.filter((each) => !wanted.has(each))).toEqual([])
      expect(
        [...wanted].flatMap(([each, optional]) => (optional ? [] : [each])).filter((each) => !given.includes(each)),
      ).toEqual([])
    }
  })

  it('uses only declared outputs of modules', () => {
    const taken = [...text.matchAll(/(\w+)!?\.outputs\.(\w+)/g)].map(([, from, output]) => ({ from, output }))
    for (const { from, output } of taken) {
      const path = modules.find((each) => each.name === from)?.path ?? ''
      expect(file(path).outputs).toContain(output)
    }
  })

  it('uses stable api-versions, with one exception', () => {
    const nested = /^[a-z]+$/
    const unfinished = resources.filter(
      (each) => !nested.test(each) && !/^Microsoft\.[\w/]+@\d{4}-\d\d-\d\d$/.test(each),
    )
    expect(unfinished.filter((each) => !each.startsWith('Microsoft.Insights/diagnosticSettings@'))).toEqual([])
  })

  it('contains no secret: no password, no account key, no secure parameter', () => {
    expect(text.replaceAll("passwordAuth: 'Disabled'", '')).not.toMatch(
      /password|@secure|listKeys|listCredentials|sharedKey|adminUserEnabled: true/i,
    )
  })
})

/** Names and values of an app's variables; `…` replaces a value that is only known at deployment. */
function variablesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/\{ name: '(\w+)', value: ([^\n]+) \}/g)]
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]))
}

describe('the apps', () => {
  const { text } = file('apps.bicep')
  const guid = '11111111-1111-4111-8111-111111111111'
  const variables = Object.fromEntries(
    Object.entries(variablesOf(text)).map(([name, value]) => {
      if (name === 'DATABASE_URL') return [name, value.replaceAll(/\$\{\w+\}/g, 'some.name').replaceAll("'", '')]
      if (value.startsWith("'")) return [name, value.replaceAll("'", '')]
      if (name === 'SEALWATCH_PROXIES') return [name, /param proxies string = '([^']+)'/.exec(text)?.[1] ?? '']
      return [name, name === 'SEALWATCH_AZURE_SHARE' ? (/azureShare = '([\d.]+)'/.exec(text)?.[1] ?? '') : guid]
    }),
  )

  it('set existing variables, and all that the programs require', () => {
    const known = [...Object.keys(variableShapes), 'HOSTNAME', 'PORT']
    expect(Object.keys(variables).filter((name) => !known.includes(name))).toEqual([])
    expect(parseConfig(variables)).toMatchObject({ ok: true, value: { credential: { kind: 'managed-identity' } } })
    expect(parseProxyConfig(variables)).toMatchObject({ ok: true, value: { declared: true } })
    expect(parseCollectorConfig(variables)).toMatchObject({ value: { credential: { kind: 'managed-identity' } } })
    expect(parseHistoryConfig(variables)).toMatchObject({ value: { database: { kind: 'postgres', identity: {} } } })
  })

  it('together use at most the whole limit that Azure counts for all callers', () => {
    const most = Number(/@maxValue\((\d+)\)\s*param maxReplicas/.exec(text)?.[1])
    expect((most + 1) * Number(variables['SEALWATCH_AZURE_SHARE'])).toBeLessThanOrEqual(1)
  })

  it('start programs of the image, with probes at paths that the server serves', () => {
    const programs = [...text.matchAll(/command: \['node', '([\w.]+)'\]/g)].map(([, program]) => program)
    expect(programs).toEqual(['server.js', 'collect.mjs'])
    const paths = [...text.matchAll(/path: '(\/\w+)'/g)].map(([, path = '']) => path)
    expect(paths).toHaveLength(3)
    for (const path of paths) expect(existsSync(join(top, 'app', path, 'route.ts'))).toBe(true)
  })
})

describe.each(['main', 'apps'])('%s.parameters.json', (name) => {
  const { parameters }: { parameters: Record<string, { value: string }> } = JSON.parse(
    readFileSync(join(folder, `${name}.parameters.json`), 'utf8'),
  )
  const { params } = file(`${name}.bicep`)

  it('names existing parameters, and all without a default', () => {
    expect(Object.keys(parameters).filter((each) => !params.has(each))).toEqual([])
    expect([...params].filter(([each, optional]) => !optional && !(each in parameters))).toEqual([])
  })

  it('takes its values from outputs of main.bicep, or from variables that the README names', () => {
    const readme = readFileSync(join(top, 'infra', 'README.md'), 'utf8')
    const given = ['AZURE_LOCATION', 'SERVICE_APPS_IMAGE_NAME', ...file('main.bicep').outputs]
    const wanted = Object.values(parameters).map(({ value }) => /^\$\{(\w+)(=\w*)?\}$/.exec(value)?.[1] ?? value)
    expect(wanted.filter((each) => !given.includes(each) && !readme.includes(each))).toEqual([])
  })
})

describe('parsing Bicep', () => {
  it('finds a missing brace', () => {
    expect(() => readBicep("resource a 'b@c' = {\n")).toThrow()
  })

  it('distinguishes required parameters, and finds the parameters of a module', () => {
    const read = readBicep(
      "param a string\nparam b int = 1\nmodule m 'x.bicep' = if (b > 0) {\n  params: {\n    a: a\n    c: { d: 1 }\n  }\n}\noutput o string = a\n",
    )
    expect([...read.params]).toEqual([
      ['a', false],
      ['b', true],
    ])
    expect(read.modules).toEqual([{ name: 'm', path: 'x.bicep', params: ['a', 'c'] }])
    expect(read.outputs).toEqual(['o'])
  })
})

it('names the private zone of PostgreSQL after the cloud, for each cloud that the product knows', () => {
  const { text } = file('network.bicep')
  const zones = [...text.matchAll(/^ {2}(Azure\w+): '(postgres\.database\.[\w.]+)'$/gm)].map(([, cloud, zone]) => [
    cloud,
    zone,
  ])
  expect(zones).toEqual([
    ['AzureCloud', 'postgres.database.azure.com'],
    ['AzureUSGovernment', 'postgres.database.usgovcloudapi.net'],
    ['AzureChinaCloud', 'postgres.database.chinacloudapi.cn'],
  ])
  expect(zones).toHaveLength(cloudNames.length)
  expect(text).toContain("name: '${name}.private.${databaseSuffix}'")
})
