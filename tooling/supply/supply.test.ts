import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { top } from '../launch/paths'
import { readAudit } from './audit'
import scripts from './install-scripts.json'
import { notAllowed } from './licences'
import { notPinned, notVouchedFor, ofProduction, ownLockfile, readLockfile, withInstallScript } from './lockfile'
import { makeBill } from './make-bill'
import { againstSchema, missingFrom, settledBill } from './sbom'

const lock = ownLockfile()
const textOf = (path: string) => readFileSync(join(top, path), 'utf8')
const entry = { version: '1.0.0', integrity: 'sha512-AAAA', license: 'MIT' }
const planted = (packages: object, root: object = {}) =>
  readLockfile(
    JSON.stringify({ lockfileVersion: 3, packages: { '': { name: 'x', version: '1.0.0', ...root }, ...packages } }),
  )

describe('the lockfile', () => {
  it('has one exact version of each package, and matches package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json'))
    expect([lock.root.dependencies, lock.root.devDependencies]).toEqual([dependencies, devDependencies])
    expect(notPinned(lock)).toEqual([])
    expect(lock.packages.filter(({ version }) => version === undefined)).toEqual([])
  })

  it('has the checksum of every package, all from the registry', () => {
    expect(lock.packages.length).toBeGreaterThan(500)
    expect(notVouchedFor(lock)).toEqual([])
    expect(textOf('.npmrc')).not.toMatch(/registry|strict-ssl|cafile/)
  })

  it.each([
    '^1.0.0',
    '~1.0.0',
    'latest',
    '*',
    '1.x',
    'file:../x',
    'git+https://example.test/x',
    'https://example.test/x.tgz',
    'npm:y@1.0.0',
  ])('is refused with %s', (version) => {
    expect(notPinned(planted({}, { dependencies: { x: version } }))).toEqual(['x'])
  })

  it.each<[string, object]>([
    ['no sum', { integrity: undefined }],
    ['a weak checksum', { integrity: 'sha1-AAAA' }],
    ['another address', { resolved: 'https://registry.example.test/x.tgz' }],
    ['a repository', { resolved: 'git+ssh://git@github.com/x/x.git#abc' }],
    ['a link', { link: true }],
    ['a bundled package without a bundling one', { integrity: undefined, inBundle: true }],
  ])('is refused with %s', (_name, change) => {
    expect(notVouchedFor(planted({ 'node_modules/x': { ...entry, ...change } }))).toEqual(['node_modules/x'])
  })

  it('accepts a bundled package by the checksum of the bundling one', () => {
    const inner = { ...entry, integrity: undefined, inBundle: true }
    expect(notVouchedFor(planted({ 'node_modules/x': entry, 'node_modules/x/node_modules/y': inner }))).toEqual([])
  })
})

describe('scripts of packages', () => {
  it('are all listed by name, each with its reason', () => {
    expect(withInstallScript(lock)).toEqual([...Object.keys(scripts.run), ...Object.keys(scripts.leave)].sort())
  })

  it('are disabled during installation, and listed ones run afterwards', () => {
    expect(textOf('.npmrc')).toMatch(/^ignore-scripts=true$/m)
    expect(textOf('tooling/launch/packages.mjs')).toMatch(/'ci', '--ignore-scripts'/)
    expect(textOf('Dockerfile')).toMatch(/npm ci --ignore-scripts/)
    const run = /npm rebuild --ignore-scripts=false ([^\n&]*)/.exec(textOf('Dockerfile'))?.[1]?.trim().split(' ') ?? []
    expect(run.filter((name) => !Object.hasOwn(scripts.run, name))).toEqual([])
  })

  it('that are new are found', () => {
    const more = planted({ 'node_modules/@a/b': { ...entry, hasInstallScript: true } })
    expect(withInstallScript(more)).toEqual(['@a/b'])
  })
})

describe('the packages that the product needs', () => {
  const namesOf = (packages: object) => ofProduction(planted(packages)).map(({ as }) => as)
  const both = { ...entry, devOptional: true }

  it('exclude those for tools, and optional peer dependencies', () => {
    const asked = { ...entry, peerDependencies: { y: '1' } }
    const tool = { ...entry, dev: true, dependencies: { y: '1' } }
    expect(namesOf({ 'node_modules/x': asked, 'node_modules/z': tool, 'node_modules/y': both })).toEqual(['x'])
  })

  it('include optional dependencies of a package, with their dependencies, even if a tool needs them too', () => {
    const part = { ...entry, optionalDependencies: { y: '1' } }
    const brings = { ...both, dependencies: { z: '1' } }
    expect(namesOf({ 'node_modules/x': part, 'node_modules/y': brings, 'node_modules/z': both })).toEqual([
      'x',
      'y',
      'z',
    ])
  })

  it('include neither a browser for tests nor another database driver', () => {
    expect(
      ofProduction(lock)
        .filter(({ as }) => /playwright|pg-native|libpq|^@types\//.test(as))
        .map(({ as }) => as),
    ).toEqual([])
  })
})

describe('licences', () => {
  it('of all packages that the product needs are accepted', () => {
    expect(ofProduction(lock).length).toBeGreaterThan(200)
    expect(notAllowed(ofProduction(lock))).toEqual([])
  })

  it.each<[string | undefined, string]>([
    ['GPL-3.0-only', 'x'],
    ['AGPL-3.0-or-later', 'x'],
    ['LGPL-3.0-or-later', 'x'],
    ['MPL-2.0', 'x'],
    ['MIT AND GPL-2.0', 'x'],
    ['SEE LICENSE IN x', 'x'],
    ['UNLICENSED', 'x'],
    [undefined, 'x'],
    ['OFL-1.1', '@fontsource-evil'],
  ])('%s is refused', (license, as) => {
    expect(notAllowed([{ as, license }])).toHaveLength(1)
  })

  it.each(['(MIT OR GPL-3.0-only)', 'Apache-2.0 AND MIT', '(BSD-2-Clause OR MIT OR Apache-2.0)'])(
    '%s is accepted',
    (license) => {
      expect(notAllowed([{ as: 'x', license }])).toEqual([])
    },
  )
})

describe('the bill of materials', () => {
  const bill = makeBill(lock)

  it('is CycloneDX, and lists all packages that the product needs with the checksums of the lockfile', () => {
    expect(againstSchema(bill)).toEqual([])
    expect(missingFrom(bill, lock)).toEqual([])
    expect(bill.metadata.component).toMatchObject({
      name: 'sealwatch',
      version: lock.root.version,
      type: 'application',
    })
  })

  it('is the same every time', () => {
    const made = { ...bill, serialNumber: 'urn:uuid:6007232d-4d2e-4cc1-987e-62c1597c6d09' }
    const timed = { ...made, metadata: { ...bill.metadata, timestamp: '2026-11-24T12:00:00.000Z' } }
    expect(settledBill(JSON.stringify(timed), lock)).toEqual(bill)
  })

  it('is refused if a package is missing, different, or invalid', () => {
    const [first, ...others] = bill.components
    expect(missingFrom({ ...bill, components: others }, lock)).toHaveLength(1)
    const swapped = { ...first!, hashes: [{ alg: 'SHA-512', content: 'ab'.repeat(64) }] }
    expect(missingFrom({ ...bill, components: [swapped, ...others] }, lock)).toHaveLength(1)
    expect(againstSchema({ ...bill, components: [{ name: 1 }] })).not.toEqual([])
    expect(againstSchema({ ...bill, bomFormat: 'SPDX' })).not.toEqual([])
  })
})

describe('the answer about known vulnerabilities', () => {
  const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities })

  it('separates severe vulnerabilities from the rest', () => {
    const answer = readAudit(
      report({ a: { severity: 'critical' }, b: { severity: 'high' }, c: { severity: 'moderate' } }),
    )
    expect(answer).toEqual({ kind: 'answered', severe: ['a: critical', 'b: high'], others: ['c: moderate'] })
    expect(readAudit(report({}))).toEqual({ kind: 'answered', severe: [], others: [] })
  })

  it.each([
    '',
    '{}',
    'null',
    '{"message":"405 Method Not Allowed","statusCode":405}',
    '{"auditReportVersion":2}',
    '{"auditReportVersion":1,"vulnerabilities":{}}',
    '{"auditReportVersion":2,"vulnerabilities":{"a":{"severity":"unheard-of"}}}',
  ])('is "not answered", not "none", for %j', (output) => {
    expect(readAudit(output)).toMatchObject({ kind: 'not-answered' })
  })
})
