import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildImage } from '../image/build'
import { whyNotHere } from '../image/sandbox'
import { checkTree } from '../image/tree'
import { tryImage } from '../image/trial'
import { top } from './paths'
import { stopAll } from './processes'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/**
 * `npm run -s check:image`: runs the Dockerfile without a container engine and tests the result as a container would
 * run it. `--keep` leaves the built folder and prints its path.
 */
async function check(): Promise<number> {
  const why = whyNotHere()
  if (why !== null) {
    say(`not run here: ${why}`)
    return 3
  }
  const work = mkdtempSync(join(tmpdir(), 'sealwatch-image-'))
  try {
    const image = await buildImage(top, work, say)
    const claims = [...checkTree(image.root, image.config), ...(await tryImage(image))]
    for (const { claim, held, seen } of claims) say(`${held ? 'ok    ' : 'FAILED'} ${claim}: ${seen.trim()}`)
    const failed = claims.filter(({ held }) => !held).length
    say(`${claims.length - failed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  } finally {
    if (process.argv.includes('--keep')) say(`kept: ${work}`)
    else rmSync(work, { recursive: true, force: true })
  }
}

try {
  process.exitCode = await check()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
  process.exit()
}
