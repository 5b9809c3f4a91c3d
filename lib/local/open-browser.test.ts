import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { canOpenBrowser, openBrowser, openWithKey } from './open-browser'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-browser-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.unstubAllEnvs())

describe('a browser', () => {
  it('is opened only where a window can be shown', () => {
    expect(canOpenBrowser('linux', {})).toBe(false)
    expect(canOpenBrowser('linux', { DISPLAY: '', WAYLAND_DISPLAY: '' })).toBe(false)
    expect(canOpenBrowser('linux', { DISPLAY: ':0' })).toBe(true)
    expect(canOpenBrowser('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(canOpenBrowser('linux', { BROWSER: 'firefox' })).toBe(true)
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(canOpenBrowser(platform, { DISPLAY: ':0', SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' })).toBe(false)
    expect(canOpenBrowser('darwin', {})).toBe(true)
    expect(canOpenBrowser('win32', {})).toBe(true)
  })

  it.runIf(process.platform === 'linux')('gets a file that only this user can read, and never the key', async () => {
    const [browser, argument] = [join(folder, 'browser'), join(folder, 'argument')]
    writeFileSync(browser, `#!/bin/sh\nprintf %s "$1" > "${argument}.part" && mv "${argument}.part" "${argument}"\n`)
    chmodSync(browser, 0o700)
    vi.stubEnv('BROWSER', browser)
    const address = 'http://127.0.0.1:1/local#key'
    expect(await openWithKey(address)).toBe(true)
    await expect.poll(() => existsSync(argument)).toBe(true)
    const given = readFileSync(argument, 'utf8').replace('file://', '')
    expect(given).not.toContain('key')
    expect(statSync(given).mode & 0o077).toBe(0)
    expect(readFileSync(given, 'utf8')).toContain(`url=${address}`)
  })

  it('that nothing can open is said to be closed', async () => {
    vi.resetModules()
    vi.doMock('open', () => ({ default: () => Promise.resolve({ pid: undefined, once: () => undefined }) }))
    expect(await openBrowser('file')).toBe(false)
    vi.doUnmock('open')
  })
})
