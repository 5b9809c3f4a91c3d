import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { takeDemoFile } from '../site/demo-file'
import { brokenLinks } from '../site/links'
import { writeSite } from '../site/write-site'
import { ensureBrowser } from './browser'
import { ensureBuild } from './build'
import { benchPorts } from './options'
import { top } from './paths'
import { stopAll } from './processes'
import { startServers } from './servers'

/**
 * `npm run site`: the product page, Help and a live demo as files for any static server, in `.sealwatch/site`. With
 * `--origin https://…`, where it will be served, its pages name their addresses to search engines.
 */
async function site(): Promise<number> {
  const { values } = parseArgs({ options: { origin: { type: 'string' } } })
  const origin = values.origin === undefined ? null : new URL(values.origin).origin
  const executablePath = ensureBrowser()
  if (executablePath === null) throw new Error('No browser: install Chromium or Chrome, or set SEALWATCH_CHROMIUM.')
  if ((await ensureBuild({ quiet: true })) !== 0) throw new Error('The build failed.')
  const { address } = await startServers(benchPorts, 'start', { quiet: true })
  const taken = mkdtempSync(join(tmpdir(), 'sealwatch-site-'))
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const file = await takeDemoFile(benchPorts, taken)
    const folder = join(top, '.sealwatch', 'site')
    await writeSite({ address, browser, file, origin, folder })
    const { checked, broken } = brokenLinks(folder)
    process.stdout.write(`${relative(top, folder)}: ${checked} links inside, ${broken.length} of them broken\n`)
    for (const each of broken) process.stdout.write(`${each}\n`)
    if (origin === null) process.stdout.write('Without --origin there is no sitemap.\n')
    return broken.length > 0 ? 1 : 0
  } finally {
    await browser.close()
    rmSync(taken, { recursive: true, force: true })
  }
}

try {
  process.exitCode = await site()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
  setImmediate(() => process.exit())
}
