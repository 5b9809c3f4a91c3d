// @ts-check
/**
 * @typedef {object} Program
 * @property {string} file relative to the top of the project
 * @property {string} does one line for `--help`
 * @property {boolean} [explains] it has a longer `--help` of its own, once the packages are installed
 * @property {readonly string[]} [flags] the only arguments that it takes; others parse their own
 * @property {boolean} [bundled] it is started often, so it is bundled; tools need their own file paths
 */

/** @type {Readonly<Record<string, Program>>} */
export const programs = {
  demo: { file: 'tooling/launch/demo.ts', does: 'builds and starts the dashboard with a fake Azure', explains: true },
  'demo-past': {
    file: 'tooling/launch/demo-past-main.ts',
    does: 'makes the thirty days that the demo has behind it',
    bundled: true,
  },
  dev: { file: 'tooling/launch/dev.ts', does: 'starts the development server with a fake Azure', explains: true },
  local: { file: 'tooling/launch/local.ts', does: 'shows your own Azure on this machine', explains: true },
  open: { file: 'tooling/launch/open.ts', does: 'shows a file of bundle on this machine', explains: true },
  bundle: {
    file: 'lib/local/bundle/main.ts',
    does: 'takes your fleet into one file',
    explains: true,
    bundled: true,
  },
  compare: {
    file: 'lib/local/bundle/compare-main.ts',
    does: 'compares two files of bundle',
    explains: true,
    bundled: true,
  },
  test: { file: 'tooling/launch/test.ts', does: 'runs every check and test that CI runs', flags: [] },
  nightly: { file: 'tooling/launch/nightly.ts', does: 'runs the long tests' },
  package: {
    file: 'tooling/launch/package.ts',
    does: 'assembles the package that npm pack makes, and prints its size',
    flags: [],
  },
  release: {
    file: 'tooling/launch/release.ts',
    does: 'makes the files of a release and publishes nothing',
    flags: ['--strict'],
  },
  'get-browser': {
    file: 'tooling/launch/get-browser.ts',
    does: 'finds or downloads the browser of the tests',
    flags: [],
  },
  stack: { file: 'tooling/launch/stack.ts', does: 'starts the servers of the browser tests' },
  walks: {
    file: 'tooling/launch/walks.ts',
    does: 'plays three users against the demo and writes docs/walks.md',
    flags: [],
  },
  screenshots: { file: 'tooling/launch/screenshots.ts', does: 'takes the pictures of the README' },
  site: { file: 'tooling/launch/site.ts', does: 'writes a site without a server: what it is, Help, and a live demo' },
  configuration: {
    file: 'tooling/launch/configuration.ts',
    does: 'writes docs/configuration.md from the schemas',
    flags: [],
  },
  dashboard: { file: 'tooling/launch/dashboard.ts', does: 'writes ops/grafana-dashboard.json', flags: [] },
  'azure-types': {
    file: 'tooling/launch/azure-types.ts',
    does: 'compares the types with those that Azure publishes',
    flags: [],
  },
  bench: { file: 'tooling/launch/bench.ts', does: 'measures the product against a fake Azure', explains: true },
  image: {
    file: 'tooling/launch/image.ts',
    does: 'runs the Dockerfile without a container engine and tests the result',
    flags: ['--keep'],
  },
  fuzz: { file: 'tooling/launch/fuzz.ts', does: 'tries mutated inputs on every reader', explains: true },
  promise: { file: 'tooling/launch/promise.ts', does: 'searches for claims that go beyond the evidence' },
  sbom: { file: 'tooling/launch/sbom.ts', does: 'writes and checks the bill of materials', flags: [] },
  audit: { file: 'tooling/launch/audit.ts', does: 'asks the registry for vulnerabilities of the packages', flags: [] },
  expressions: {
    file: 'tooling/launch/expressions.ts',
    does: 'checks every regular expression for slow inputs',
    flags: [],
  },
  reproducible: { file: 'tooling/launch/reproducible.ts', does: 'builds twice and compares', flags: ['--keep'] },
  mutants: { file: 'tooling/launch/mutants.ts', does: 'changes the code and counts the changes that no test finds' },
  coverage: { file: 'tooling/launch/coverage.ts', does: 'measures which lines the tests run' },
  'bench-naive': {
    file: 'tooling/launch/bench-naive.ts',
    does: 'measures a reader without scheduling, for comparison',
  },
  explain: {
    file: 'lib/cli/explain.ts',
    does: 'prints the verdict of a VM from its JSON',
    explains: true,
    bundled: true,
  },
  store: { file: 'lib/cli/store.ts', does: 'maintains, copies and moves the history', explains: true, bundled: true },
  collect: { file: 'lib/cli/collect.ts', does: 'reads the fleet in the background', explains: true, bundled: true },
  doctor: { file: 'lib/cli/doctor.ts', does: 'checks a deployment from outside', explains: true, bundled: true },
  'setup-azure': {
    file: 'lib/cli/setup-azure.ts',
    does: 'creates the app registrations',
    explains: true,
    bundled: true,
  },
  'simulated-az': {
    file: 'e2e/azure-cli/simulated-az-main.ts',
    does: 'substitutes azure-cli',
    explains: true,
    bundled: true,
  },
  simulator: { file: 'e2e/simulator/main.ts', does: 'starts the fake Azure', explains: true, bundled: true },
}
