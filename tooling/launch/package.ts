import { join } from 'node:path'
import { assemble, sizeOf } from '../package/assemble'
import { ensureBuild } from './build'
import { top } from './paths'
import { run, stopAll } from './processes'

const megabyte = 1_000_000
const wantedMegabytes = 40

/**
 * `npm run package`: builds, assembles the package in `dist`, lets npm pack it, and prints its size. The project itself is
 * not packed: its `package.json` names what builds the product, and the package contains the result.
 */
async function makePackage(): Promise<number> {
  process.env['SEALWATCH_BUILD'] = 'standalone'
  const built = await ensureBuild({ quiet: true })
  if (built !== 0) return built
  await assemble(join(top, 'dist'))
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const packed = await run('npm pack', npm, ['pack', './dist', '--loglevel=error'], { quiet: false })
  const { files, bytes } = sizeOf(join(top, 'dist'))
  const size = bytes / megabyte
  process.stdout.write(`${files} files, ${size.toFixed(1)} MB unpacked (at most ${wantedMegabytes})\n`)
  return packed === 0 && size > wantedMegabytes ? 1 : packed
}

try {
  process.exitCode = await makePackage()
} finally {
  stopAll()
}
