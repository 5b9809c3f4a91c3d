// @ts-check
/**
 * The module table: what each module is and which others it may import. Import rules, the purity test and the
 * planted-breach test are all generated from it. Change the table, the reason (docs/decisions) and the code together.
 *
 * `pure`: no I/O, clock, React, Next or `node:`. `io`: server only. `screen`: browser. `program`, `tools`, `tests`: see docs.
 * @typedef {{ path: string, kind: 'pure' | 'io' | 'screen' | 'page' | 'program' | 'tools' | 'tests', may: readonly string[] }} Module
 */

const pureModules = [
  'lib/facts',
  'lib/messages',
  'lib/encryption',
  'lib/diagnosis',
  'lib/timeline',
  'lib/contract',
  'lib/retirement',
  'lib/setup',
  'lib/export',
  'lib/views',
  'lib/wire',
]
const screenBase = [
  'lib/shared',
  'lib/contract',
  'lib/views',
  'lib/i18n',
  'components/ui',
  'components/state',
  'components/data-table',
  'components/queries',
  'components/providers',
  'components/notes',
]
const parts = [
  'components/fleet',
  'components/vm',
  'components/troubleshoot',
  'components/inbox',
  'components/help',
  'components/timeline',
  'components/explain',
  'components/opened-file',
  'components/watches',
  'components/snapshots',
  'components/retirement',
  'components/report',
  'components/admin',
  'components/layout',
]

/**
 * Imports that a UI module has in addition to those of all, if they differ from the default.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const beyond = {
  'components/explain': [
    ...['components/help', 'components/vm', 'lib/diagnosis', 'lib/encryption', 'lib/facts', 'lib/messages', 'lib/wire'],
  ],
  'components/snapshots': ['components/vm'],
  'components/retirement': ['lib/retirement'],
  'components/report': ['components/retirement', 'lib/retirement', 'lib/export'],
  'components/opened-file': ['components/report'],
  'components/fleet': ['lib/messages', 'lib/export'],
  'components/inbox': ['lib/diagnosis', 'lib/messages'],
  'components/layout': ['components/help', 'lib/messages', 'lib/search'],
  'components/help': ['lib/diagnosis', 'lib/messages', 'lib/openapi', 'lib/search'],
}

/** @type {readonly Module[]} */
export const modules = [
  { path: 'lib/shared', kind: 'pure', may: [] },
  { path: 'lib/wire', kind: 'pure', may: ['lib/shared'] },
  { path: 'lib/messages', kind: 'pure', may: ['lib/shared'] },
  { path: 'lib/facts', kind: 'pure', may: ['lib/shared', 'lib/wire'] },
  { path: 'lib/encryption', kind: 'pure', may: ['lib/shared', 'lib/facts', 'lib/messages'] },
  { path: 'lib/diagnosis', kind: 'pure', may: ['lib/shared', 'lib/facts', 'lib/encryption', 'lib/messages'] },
  { path: 'lib/timeline', kind: 'pure', may: ['lib/shared', 'lib/facts', 'lib/encryption', 'lib/messages'] },
  {
    path: 'lib/contract',
    kind: 'pure',
    may: ['lib/shared', 'lib/facts', 'lib/encryption', 'lib/messages', 'lib/diagnosis', 'lib/timeline'],
  },
  { path: 'lib/retirement', kind: 'pure', may: ['lib/shared', 'lib/contract', 'lib/diagnosis'] },
  { path: 'lib/setup', kind: 'pure', may: ['lib/shared', 'lib/contract', 'lib/messages', 'lib/wire'] },
  { path: 'lib/openapi', kind: 'pure', may: ['lib/shared', 'lib/contract'] },
  { path: 'lib/views', kind: 'pure', may: ['lib/shared', 'lib/contract'] },
  { path: 'lib/export', kind: 'pure', may: ['lib/shared', 'lib/contract', 'lib/views'] },
  {
    path: 'lib/i18n',
    kind: 'pure',
    may: [
      'lib/shared',
      'lib/contract',
      'lib/views',
      'lib/encryption',
      'lib/messages',
      'lib/diagnosis',
      'lib/timeline',
      'lib/retirement',
      'lib/setup',
      'lib/export',
      'lib/openapi',
    ],
  },
  {
    path: 'lib/search',
    kind: 'pure',
    may: ['lib/shared', 'lib/messages', 'lib/diagnosis', 'lib/i18n'],
  },
  { path: 'lib/config', kind: 'io', may: ['lib/shared', 'lib/contract'] },
  { path: 'lib/telemetry', kind: 'io', may: ['lib/shared', 'lib/config'] },
  { path: 'lib/azure', kind: 'io', may: ['lib/shared', 'lib/config', 'lib/telemetry', 'lib/wire'] },
  { path: 'lib/auth', kind: 'io', may: ['lib/shared', 'lib/config'] },
  {
    path: 'lib/store',
    kind: 'io',
    may: ['lib/shared', 'lib/config', 'lib/telemetry', 'lib/facts', 'lib/encryption', 'lib/timeline'],
  },
  { path: 'lib/notify', kind: 'io', may: ['lib/shared', 'lib/config', 'lib/contract', 'lib/i18n'] },
  {
    path: 'lib/usecases',
    kind: 'io',
    may: [
      'lib/shared',
      'lib/config',
      'lib/telemetry',
      'lib/azure',
      'lib/auth',
      'lib/store',
      'lib/notify',
      ...pureModules,
    ],
  },
  {
    path: 'lib/http',
    kind: 'io',
    may: [
      'lib/shared',
      'lib/config',
      'lib/telemetry',
      'lib/auth',
      'lib/contract',
      'lib/usecases',
      'lib/i18n',
      'lib/openapi',
    ],
  },
  {
    path: 'lib/cli',
    kind: 'program',
    may: ['lib/shared', 'lib/config', 'lib/telemetry', 'lib/usecases', 'lib/i18n', 'lib/search', ...pureModules],
  },
  {
    path: 'lib/local',
    kind: 'program',
    may: [
      ...['lib/shared', 'lib/config', 'lib/contract', 'lib/openapi', 'lib/auth', 'lib/http', 'lib/i18n', 'lib/cli'],
      ...['lib/azure', 'lib/setup', 'lib/usecases', 'lib/retirement', 'lib/views'],
    ],
  },
  { path: 'components/ui', kind: 'screen', may: ['lib/shared'] },
  {
    path: 'components/state',
    kind: 'screen',
    may: [
      'lib/shared',
      'lib/contract',
      'lib/views',
      'lib/i18n',
      'lib/messages',
      'components/ui',
      'components/providers',
    ],
  },
  { path: 'components/data-table', kind: 'screen', may: ['lib/shared', 'components/ui'] },
  { path: 'components/providers', kind: 'screen', may: ['lib/shared', 'lib/contract', 'lib/i18n', 'components/ui'] },
  {
    path: 'components/queries',
    kind: 'screen',
    may: ['lib/shared', 'lib/contract', 'lib/views', 'components/providers'],
  },
  {
    path: 'components/notes',
    kind: 'screen',
    may: screenBase.filter((path) => path !== 'components/notes'),
  },
  ...parts.map(
    (path) =>
      /** @type {Module} */ ({ path, kind: 'screen', may: [...screenBase, ...(beyond[path] ?? ['lib/messages'])] }),
  ),
  { path: 'app/healthz', kind: 'io', may: ['lib/http'] },
  { path: 'app/readyz', kind: 'io', may: ['lib/http'] },
  { path: 'app/deployment', kind: 'io', may: ['lib/http'] },
  { path: 'app/policy-reports', kind: 'io', may: ['lib/http'] },
  {
    path: 'app/api',
    kind: 'io',
    may: ['lib/http', 'lib/usecases', 'lib/contract', 'lib/auth', 'lib/config', 'lib/shared'],
  },
  { path: 'app/help', kind: 'io', may: ['lib/search', 'lib/i18n'] },
  {
    path: 'app',
    kind: 'page',
    may: ['components', 'lib/contract', 'lib/i18n', 'lib/openapi', 'lib/shared', 'lib/config'],
  },
  { path: 'e2e/simulator', kind: 'program', may: [] },
  {
    path: 'e2e',
    kind: 'tests',
    may: [
      'e2e/simulator',
      'lib/contract',
      'lib/i18n',
      'lib/shared',
      'lib/encryption',
      'lib/messages',
      'lib/retirement',
      'lib/setup',
      'lib/openapi',
      'lib/views',
    ],
  },
  { path: 'tooling', kind: 'tools', may: ['app', 'components', 'lib', 'e2e'] },
]

/** Packages that a pure module must not import directly. */
export const impurePackages = [
  'react',
  'react-dom',
  'next',
  '@tanstack',
  '@azure',
  'server-only',
  'lucide-react',
  'radix-ui',
  'jose',
]

/** Server modules that no code in the browser may reach, even indirectly. */
export const serverModules = [
  'lib/azure',
  'lib/auth',
  'lib/usecases',
  'lib/http',
  'lib/config',
  'lib/store',
  'lib/notify',
  'lib/telemetry',
]

/**
 * The module of a file: the longest matching path.
 * @param {string} file path from the top of the project, with `/`
 * @returns {Module | undefined}
 */
export function moduleOf(file) {
  return modules.filter((module) => file.startsWith(`${module.path}/`)).sort((a, b) => b.path.length - a.path.length)[0]
}
