import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { top } from './paths'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function installed(): string | null {
  const named = process.env['SEALWATCH_CHROMIUM']
  const found = [...(named === undefined ? [] : [named]), ...places, chromium.executablePath()].find(
    (path) => path !== '' && existsSync(path),
  )
  return found ?? null
}

/**
 * The browser for the tests: an existing Chromium or Chrome, else Playwright's own, else Debian's package where this
 * user may install one. Null where none of these can be had.
 */
export function ensureBrowser(): string | null {
  const present = installed()
  if (present !== null) return present
  const output: ('ignore' | number)[] = ['ignore', 2, 2]
  process.stderr.write('No Chromium found; asking Playwright for one …\n')
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    cwd: top,
    stdio: output,
    timeout: 300_000,
  })
  const downloaded = installed()
  if (downloaded !== null) return downloaded
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write("Installing Debian's chromium …\n")
    spawnSync('apt-get', ['update'], { stdio: output })
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: output,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  return installed()
}
