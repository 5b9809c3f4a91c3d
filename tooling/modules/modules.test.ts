import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moduleOf, modules, serverModules } from './modules.mjs'
import { rules } from './rules.mjs'

const top = fileURLToPath(new URL('../..', import.meta.url))
const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A broken rule, and the file that breaks it. */
interface Broken {
  readonly rule: string
  readonly from: string
}

/** Runs dependency-cruiser on a small tree of files and returns the broken rules. */
async function cruised(tree: Readonly<Record<string, string>>): Promise<readonly Broken[]> {
  const files = { ...tree }
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-modules-'))
  made.push(folder)
  for (const name of ['react', 'next'])
    files[`node_modules/${name}/package.json`] = JSON.stringify({ name, main: 'index.js' })
  for (const name of ['react', 'next']) files[`node_modules/${name}/index.js`] = 'module.exports = {}'
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const before = process.cwd()
  process.chdir(folder)
  try {
    const roots = ['app', 'components', 'lib', 'e2e', 'tooling'].filter((root) =>
      Object.keys(files).some((path) => path.startsWith(`${root}/`)),
    )
    const result = await cruise(roots, {
      ruleSet: { forbidden: rules as IForbiddenRuleType[] },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
    })
    const { violations } = (result.output as ICruiseResult).summary
    return violations.map(({ rule, from }) => ({ rule: rule.name, from }))
  } finally {
    process.chdir(before)
  }
}

/** The names of the rules that a small tree breaks, each once. */
const broken = async (files: Readonly<Record<string, string>>): Promise<string[]> => [
  ...new Set((await cruised(files)).map(({ rule }) => rule)),
]

const relative = (from: string, to: string) => `${'../'.repeat(from.split('/').length)}${to}`
/** A file of one module that imports one of another; `name` separates it from other cases in the same tree. */
const importing = (from: string, to: string, name = 'a') => ({
  [`${from}/${name}.ts`]: `import { b } from '${relative(from, to)}/${name}-aim'\nexport const a = b\n`,
  [`${to}/${name}-aim.ts`]: 'export const b = 1\n',
})

/** The cases of each module. */
const tried = modules
  .filter((one) => one.kind !== 'tools')
  .map((module) => ({
    module,
    forbidden: modules.find(
      (other) =>
        other.kind !== 'tools' &&
        other.path !== module.path &&
        !module.may.includes(other.path) &&
        !module.may.some((may) => other.path.startsWith(`${may}/`)) &&
        !other.path.startsWith(`${module.path}/`),
    ),
    allowed: module.may.find((path) => path.includes('/')) ?? module.path,
  }))
const pureModules = modules.filter((one) => one.kind === 'pure')

describe('the module rules, each with a planted breach', () => {
  let found: readonly Broken[] = []
  // All in one tree, because starting takes longer than checking; each case has separate files.
  beforeAll(async () => {
    const trees = tried.flatMap(({ module, forbidden, allowed }, at) => [
      forbidden === undefined ? {} : importing(module.path, forbidden.path, `forbidden-${at}`),
      importing(module.path, allowed, `allowed-${at}`),
    ])
    const impure = pureModules.map(({ path }) => ({
      [`${path}/impure.ts`]: "import { readFileSync } from 'node:fs'\nimport 'react'\nexport const a = readFileSync\n",
    }))
    found = await cruised(Object.assign({}, ...trees, ...impure) as Record<string, string>)
  })
  const brokenBy = (file: string) => found.filter(({ from }) => from === file).map(({ rule }) => rule)

  for (const [at, { module, forbidden }] of tried.entries()) {
    it(`${module.path} may not import ${forbidden?.path ?? '(anything is allowed)'}`, () => {
      expect(forbidden).toBeDefined()
      expect(brokenBy(`${module.path}/forbidden-${at}.ts`)).toContain(`module:${module.path}`)
    })
    it(`${module.path} may import what the table allows`, () => {
      expect(brokenBy(`${module.path}/allowed-${at}.ts`)).toEqual([])
    })
  }

  for (const { path } of pureModules) {
    it(`${path} is pure`, () => {
      expect(brokenBy(`${path}/impure.ts`)).toEqual(
        expect.arrayContaining([`pure-no-node:${path}`, `pure-no-framework:${path}`]),
      )
    })
  }

  it('refuses a cycle', async () => {
    expect(await broken({ 'lib/shared/a.ts': "import './b'\n", 'lib/shared/b.ts': "import './a'\n" })).toContain(
      'no-cycles',
    )
  })
  it('refuses the simulator in the product', async () => {
    expect(await broken(importing('lib/usecases', 'e2e/simulator'))).toContain('product-not-simulator')
  })
  it('refuses server code that a component imports indirectly', async () => {
    const found = await broken({
      'components/ui/a.ts': "import '../../lib/shared/b'\n",
      'lib/shared/b.ts': `import '../../${serverModules[0]}/c'\n`,
      [`${serverModules[0]}/c.ts`]: 'export const c = 1\n',
    })
    expect(found).toContain('browser-not-server')
  })
  it('refuses tooling and test code in the product', async () => {
    expect(await broken(importing('lib/usecases', 'tooling'))).toContain('tooling-not-imported')
    expect(await broken({ 'lib/shared/a.ts': "import './a.test'\n", 'lib/shared/a.test.ts': 'export {}\n' })).toContain(
      'no-test-code-in-product',
    )
  })
  it('refuses an import of a missing file', async () => {
    expect(await broken({ 'lib/shared/a.ts': "import './missing'\n" })).toContain('no-unresolved')
  })
})

describe('the project', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: top,
    encoding: 'utf8',
  }).split('\n')
  const code = files.filter((file) => /^(app|components|lib|e2e|tooling)\/.*\.(ts|tsx|mjs)$/.test(file))

  it('has a module for every file', () => {
    expect(code.filter((file) => moduleOf(file) === undefined)).toEqual([])
  })
  it('marks every file of a server module as server-only in its first line', () => {
    const open = code
      .filter((file) => moduleOf(file)?.kind === 'io' && !/\.test\.ts$|\/testing\/|route\.ts$/.test(file))
      .filter((file) => !readFileSync(join(top, file), 'utf8').startsWith("import 'server-only'"))
    expect(open).toEqual([])
  })
  it('has only the planned files at the top level', () => {
    const allowed = new Set([
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'next.config.js',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'Dockerfile',
      // azd searches for it only here: decision 19.
      'azure.yaml',
      // Where editors and the tools themselves search for their configuration.
      'vitest.config.ts',
      'playwright.config.ts',
      'knip.json',
      'proxy.ts',
      'instrumentation.ts',
      'instrumentation-client.ts',
    ])
    const roots = ['app', 'components', 'lib', 'e2e', 'public', 'docs', 'infra', 'ops', 'tooling']
    const strange = [...new Set(files.filter((file) => file !== '').map((file) => file.split('/')[0] ?? ''))].filter(
      (name) => !allowed.has(name) && !roots.includes(name) && !name.startsWith('.'),
    )
    expect(strange).toEqual([])
  })
})
