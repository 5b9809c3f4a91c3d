import { beforeAll, describe, expect, it } from 'vitest'
import { apiVersions, type ApiProvider } from '@/lib/azure/api-versions'
import { problemsOf, type BodyProblem } from '@/lib/wire/published/check'
import { comparedByReading, publishedFacts as facts } from '@/lib/wire/published/facts'
import { shapeAt, shapeOfFacts, type Shape } from '@/lib/wire/published/shape'
import { bodiesOfFake, type Body } from './bodies'
import { publishedFiles, publishedFolder, publishedPresent } from './facts'
import { factsAt } from './published'
import { readers, readsOf, sample, unpublishedReads } from './reads'
import existing from './existing-versions.json'

const shapes = new Map(Object.entries(facts).map(([key, each]) => [key, shapeOfFacts(each)]))
const versionsOf = (type: string): readonly string[] =>
  [...shapes.keys()].flatMap((key) => (key.startsWith(`${type}@`) ? [key.slice(type.length + 1)] : []))

if (!publishedPresent) console.warn(`NOT RUN: facts against the published types (none at ${publishedFolder})`)

function sentenceOf({ code, expected, found }: BodyProblem): string {
  if (code === 'unpublished') return 'is not published'
  if (code === 'spelling') return `is spelled ${expected}`
  if (code === 'missing') return 'is required and missing'
  return code === 'word' ? `is not one of ${expected}` : `${found} where ${expected} is published`
}

/** Differences of a body from every known version of its type. */
function wrongWith(type: string, at: string, json: unknown, versions = versionsOf(type)): readonly string[] {
  return versions.flatMap((version) => {
    const whole = shapes.get(`${type}@${version}`)
    const shape = whole === undefined || at === '' ? whole : shapeAt(whole, at)
    if (shape === undefined) return [`${type}@${version} is not published`]
    return [...problemsOf(shape, json)].map(([path, problem]) => `${type}@${version} ${path} ${sentenceOf(problem)}`)
  })
}

const bodies: Body[] = []
beforeAll(async () => {
  for await (const body of bodiesOfFake()) bodies.push(body)
})

describe('answers of the fake', () => {
  it('exist for every type that the product reads', () => {
    const answered = new Set(bodies.map(({ type }) => type))
    const kinds = [
      ...Object.keys(readers),
      'Microsoft.Network/virtualNetworks/subnets',
      'Microsoft.Compute/virtualMachineScaleSets',
    ]
    // No world has a custom policy set, and the fake's clients do not read the built-in ones.
    expect(kinds.filter((type) => !answered.has(type))).toEqual(['Microsoft.Authorization/policySetDefinitions'])
    expect(bodies.filter(({ at }) => at === 'properties.instanceView').length).toBeGreaterThan(50)
    expect(bodies.filter(({ type }) => type.startsWith('Microsoft.RecoveryServices/')).length).toBeGreaterThan(0)
  })

  it('match the published types at every requested api-version, including the case of names', () => {
    expect([...new Set(bodies.flatMap(({ type, at, json }) => wrongWith(type, at, json)))]).toEqual([])
  })
})

describe('finds a planted mistake', () => {
  const plant = (type: string, change: (json: Record<string, unknown>) => unknown): readonly string[] => {
    const body = bodies.find((each) => each.type === type && each.at === '')
    const copy = structuredClone(body?.json) as Record<string, unknown>
    return wrongWith(type, '', change(copy), versionsOf(type).slice(0, 1))
  }
  const properties = (json: Record<string, unknown>) => json['properties'] as Record<string, unknown>

  it.each<[string, string, (json: Record<string, unknown>) => unknown, RegExp]>([
    [
      'a name in another case',
      'Microsoft.Compute/virtualMachines',
      (json) => ({ ...json, properties: { ...properties(json), vmID: 'x' } }),
      /properties\.vmID is spelled vmId$/,
    ],
    [
      'a boolean as text',
      'Microsoft.KeyVault/vaults',
      (json) => ({ ...json, properties: { ...properties(json), enabledForDiskEncryption: 'true' } }),
      /enabledForDiskEncryption string where boolean is published$/,
    ],
    [
      'a number as text',
      'Microsoft.Compute/disks',
      (json) => ({ ...json, properties: { ...properties(json), diskSizeGB: '30' } }),
      /diskSizeGB string where integer is published$/,
    ],
    [
      'a null',
      'Microsoft.Compute/disks',
      (json) => ({ ...json, properties: { ...properties(json), diskSizeGB: null } }),
      /null where/,
    ],
    [
      'an object for a list',
      'Microsoft.Compute/virtualMachines',
      (json) => ({ ...json, zones: { 0: '1' } }),
      /zones object where list is published$/,
    ],
    [
      'a field that does not exist',
      'Microsoft.Compute/disks',
      (json) => ({ ...json, encryptedByAde: true }),
      /encryptedByAde is not published$/,
    ],
    [
      'an unknown value of a closed enumeration',
      'Microsoft.Compute/virtualMachines',
      (json) => ({ ...json, type: 'Microsoft.Compute/virtualmachines' }),
      / type is not one of/,
    ],
    [
      'a required field that is missing',
      'Microsoft.KeyVault/vaults',
      (json) => ({
        ...json,
        properties: Object.fromEntries(Object.entries(properties(json)).filter(([name]) => name !== 'tenantId')),
      }),
      /properties\.tenantId is required and missing$/,
    ],
  ])('%s', (_name, type, change, problem) => {
    expect(plant(type, (json) => json)).toEqual([])
    const found = plant(type, change)
    expect(
      found.some((each) => problem.test(each)),
      found.join('\n'),
    ).toBe(true)
  })

  it('an api-version', () => {
    const [body] = bodies
    expect(wrongWith(body?.type ?? '', '', body?.json, ['2019-01-01'])).toEqual([
      `${body?.type}@2019-01-01 is not published`,
    ])
    expect(unknownVersions({ 'Microsoft.Compute': ['2024-11-01', '2024-12-01'] })).toEqual([
      'Microsoft.Compute@2024-12-01',
    ])
  })
})

describe('fields that lib/wire reads', () => {
  it.each([...shapes])('of %s is published, or has a reason', (key, shape) => {
    const [type = ''] = key.split('@')
    const { published, unpublished } = readsOf(type, shape)
    expect([...unpublished].filter((path) => !(`${type} ${path}` in unpublishedReads))).toEqual([])
    expect(readers[type] === undefined ? 0 : published.size).toBeGreaterThanOrEqual(readers[type] === undefined ? 0 : 2)
  })

  it('has no reason for a field that is published now', () => {
    const asked = [...shapes].flatMap(([key, shape]) => {
      const [type = ''] = key.split('@')
      return [...readsOf(type, shape).unpublished].map((path) => `${type} ${path}`)
    })
    expect(Object.keys(unpublishedReads).filter((each) => !asked.includes(each))).toEqual([])
  })

  it('finds a planted field', () => {
    const shape = shapes.get('Microsoft.Compute/disks@2024-03-02') as Shape
    const asked: string[] = []
    const body = sample(shape, '', { asked: (path, isPublished) => asked.push(`${path} ${isPublished}`), word: 'text' })
    const { properties } = body as { properties: Record<string, unknown> }
    void Object.hasOwn(properties, 'diskSizeGb')
    expect(asked).toContain('properties.diskSizeGb false')
  })

  it('accepts an unknown value of an open enumeration and returns it', () => {
    for (const [type, reads] of Object.entries(readers)) {
      for (const version of versionsOf(type)) {
        const shape = shapes.get(`${type}@${version}`)
        const read = (word: string) =>
          reads.map((each) => shape && each(sample(shape, '', { asked: () => undefined, word })))
        const known = JSON.stringify(read('text'))
        expect(JSON.stringify(read('NeverSeenBefore')), type).toBe(known.replaceAll('"text"', '"NeverSeenBefore"'))
      }
    }
  })
})

/** Versions of a table that are known not to exist. */
function unknownVersions(table: Readonly<Partial<Record<ApiProvider, readonly string[]>>>): readonly string[] {
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = existing
  return Object.entries(table).flatMap(([provider, versions]) =>
    versions.filter((version) => known[provider]?.[version] === undefined).map((version) => `${provider}@${version}`),
  )
}

describe('api-versions', () => {
  it('that may be sent exist', () => {
    expect(unknownVersions(apiVersions)).toEqual([])
  })

  it.each([
    ['Microsoft.Compute', ['virtualMachines', 'virtualMachines/extensions', 'virtualMachineScaleSets/virtualMachines']],
    ['Microsoft.Compute/disks', ['', '../snapshots']],
    ['Microsoft.Network', ['networkInterfaces', 'virtualNetworks', 'networkSecurityGroups', 'routeTables']],
    ['Microsoft.KeyVault', ['vaults', 'vaults/keys', 'vaults/keys/versions']],
    ['Microsoft.Authorization/locks', ['']],
    ['Microsoft.Authorization/policies', ['../policyAssignments', '../policyDefinitions', '../policySetDefinitions']],
  ] as const)('%s: the first one is that of the types with which answers are compared', (provider, types) => {
    const [first] = apiVersions[provider]
    for (const each of types) {
      const type =
        each === ''
          ? provider
          : each.startsWith('../')
            ? `${provider.split('/')[0] ?? ''}/${each.slice(3)}`
            : `${provider}/${each}`
      expect(Object.keys(facts)).toContain(`${type}@${first}`)
    }
  })
})

describe.runIf(publishedPresent)('the facts file', () => {
  const published = publishedPresent ? publishedFiles() : []

  it.each(Object.keys(facts).filter((key) => !(key in comparedByReading)))('matches the published types: %s', (key) => {
    const [type = '', version] = key.split('@')
    const file = published.find(
      (each) => each.version === version && type.toLowerCase().startsWith(`${each.provider}/`),
    )
    const shape = file?.types.resource(type)
    expect(shape).toBeDefined()
    if (shape !== undefined) expect(facts[key]).toEqual(factsAt(shape, Object.keys(facts[key] ?? {})))
  })

  it('lists the versions of the published files as existing', () => {
    const known = new Set(Object.values(existing).flatMap((versions) => Object.keys(versions)))
    const ofOurs = published.filter(({ provider }) => provider !== 'microsoft.recoveryservices')
    expect(ofOurs.filter(({ version }) => !known.has(version)).map(({ version }) => version)).toEqual([])
  })
})
