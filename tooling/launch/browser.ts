import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { top } from './paths'

/** The headless shell: it renders the same with a quarter less work, but frames do not follow a display's rate. */
const shell = 'chromium-headless-shell'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** `whole` if frames are measured; otherwise the cheapest browser. */
type Wanted = 'lightest' | 'whole'

function installed(wanted: Wanted): string | null {
  const named = process.env['SEALWATCH_CHROMIUM']
  const shells = wanted === 'lightest' ? [`/usr/bin/${shell}`] : []
  const found = [...(named === undefined ? [] : [named]), ...shells, ...places, chromium.executablePath()].find(
    (path) => path !== '' && existsSync(path),
  )
  return found ?? null
}

function installPackage(wanted: Wanted, output: ('ignore' | number)[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another process may be installing a package at the same time.
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: output, env })
  process.stderr.write('No Chromium found; installing a package …\n')
  apt('update')
  // Distributions without this package may have the whole browser.
  for (const name of wanted === 'lightest' ? [shell, 'chromium'] : ['chromium'])
    if (installed(wanted) === null) apt('install', '-y', '--no-install-recommends', name)
}

function download(_wanted: Wanted, output: ('ignore' | number)[]): void {
  process.stderr.write('No Chromium found; asking Playwright for one …\n')
  const args = ['node_modules/@playwright/test/cli.js', 'install', 'chromium']
  spawnSync(process.execPath, args, { cwd: top, stdio: output, timeout: 300_000 })
}

/**
 * The browser for the tests: an installed Chromium or Chrome, else the distribution's package if this user may install
 * one, else Playwright's. Null if none of these is available.
 */
export function ensureBrowser(wanted: Wanted = 'lightest'): string | null {
  for (const get of [installPackage, download]) {
    const present = installed(wanted)
    if (present !== null) return present
    get(wanted, ['ignore', 2, 2])
  }
  return installed(wanted)
}
