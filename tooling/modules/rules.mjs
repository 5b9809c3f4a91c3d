// @ts-check
import { impurePackages, modules, serverModules } from './modules.mjs'

const tests = '\\.(test|spec)\\.tsx?$|/testing/'
const source = '^(app|components|lib|e2e|tooling)/'

/** @param {string} path */
const inside = (path) => `^${path}/`

/** Modules nested in another module (`app/api` in `app`) are not part of the outer one.
 * @param {string} path */
const nested = (path) =>
  modules.filter((module) => module.path.startsWith(`${path}/`)).map((module) => inside(module.path))

/** @param {import('./modules.mjs').Module} module */
function importRule(module) {
  const allowed = [module.path, ...module.may].map(inside)
  return {
    name: `module:${module.path}`,
    severity: 'error',
    comment: `${module.path} may import ${module.may.join(', ') || 'nothing but itself'}`,
    from: {
      path: inside(module.path),
      pathNot: [
        ...nested(module.path),
        // Test helpers shared by several files may import what tests may import.
        ...(module.kind === 'tests' ? ['\\.test\\.ts$', '^e2e/[^/]+/testing/'] : []),
        '^lib/[^/]+/.*\\.test\\.tsx?$',
      ],
    },
    to: { path: source, pathNot: allowed },
  }
}

/** @param {import('./modules.mjs').Module} module */
function purityRules(module) {
  const from = { path: inside(module.path), pathNot: tests }
  return [
    { name: `pure-no-node:${module.path}`, severity: 'error', from, to: { dependencyTypes: ['core'] } },
    {
      name: `pure-no-framework:${module.path}`,
      severity: 'error',
      from,
      to: { path: impurePackages.map((name) => `(^|/)node_modules/${name}(/|$)`) },
    },
  ]
}

/** All import rules, generated from the module table. */
export const rules = [
  ...modules.map(importRule),
  ...modules.filter((module) => module.kind === 'pure').flatMap(purityRules),
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'product-not-simulator',
    severity: 'error',
    comment: 'the product reaches Azure only by base URL',
    from: { path: '^(app|components|lib)/' },
    to: { path: '^e2e/' },
  },
  {
    name: 'browser-not-server',
    severity: 'error',
    comment: 'no server code in the browser, even indirectly',
    from: { path: '^components/', pathNot: tests },
    to: { reachable: true, path: serverModules.map(inside) },
  },
  {
    name: 'tooling-not-imported',
    severity: 'error',
    from: { pathNot: '^tooling/' },
    to: { path: '^tooling/' },
  },
  {
    name: 'no-test-code-in-product',
    severity: 'error',
    from: { path: '^(app|components|lib)/', pathNot: tests },
    to: { path: tests },
  },
  { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
]
