import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { top } from './paths'
import { run } from './processes'

const inputs = [
  'app',
  'components',
  'lib',
  'public',
  'tooling/browser',
  'next.config.js',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'package-lock.json',
  'tsconfig.json',
]
const mark = join(top, '.next', 'sealwatch-sources')

function hashInto(hash: Hash, path: string): void {
  const full = join(top, path)
  if (!existsSync(full)) return
  if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) hashInto(hash, `${path}/${name}`)
  else hash.update(path).update(readFileSync(full))
}

/** A hash over everything that the build reads, and the kind of build. */
function sources(): string {
  const hash = createHash('sha256').update(process.env['SEALWATCH_BUILD'] ?? '')
  for (const path of inputs) hashInto(hash, path)
  return hash.digest('hex')
}

/** Whether the product is built from the sources as they are now. */
export function isBuilt(): boolean {
  return existsSync(mark) && readFileSync(mark, 'utf8') === sources()
}

/** Builds the product unless the same sources have been built. Returns the exit code of the build. */
export async function ensureBuild(options: { readonly quiet: boolean }): Promise<number> {
  if (isBuilt()) return 0
  const env = { NEXT_TELEMETRY_DISABLED: '1' }
  const code = await run('next build', process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    quiet: options.quiet,
    env,
  })
  // Hashed again, because Next may complete tsconfig.json during its first build.
  if (code === 0) writeFileSync(mark, sources())
  return code
}
