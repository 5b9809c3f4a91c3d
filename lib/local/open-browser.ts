import 'server-only'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A browser that starts slowly still finds the file. */
const keptMilliseconds = 60_000

/** Whether a browser can show a window here: not over SSH, and not without a display. */
export function canOpenBrowser(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if ((environment['BROWSER'] ?? '') !== '') return true
  if ((environment['SSH_CONNECTION'] ?? '') !== '') return false
  if (platform === 'win32' || platform === 'darwin') return true
  return (environment['DISPLAY'] ?? '') !== '' || (environment['WAYLAND_DISPLAY'] ?? '') !== ''
}

/** Opens an address in the usual browser. Other users can read it in the list of processes. */
export async function openBrowser(address: string): Promise<boolean> {
  try {
    const { default: open } = await import('open')
    const child = await open(address)
    child.once('error', () => undefined)
    // Without a process no opener is installed, as on a Linux without xdg-utils.
    return child.pid !== undefined
  } catch {
    return false
  }
}

/**
 * Opens an address with a key. The command line of a program can be read by every user of the machine, so the browser
 * gets the name of a file that only this user may read, and that leads to the address.
 */
export async function openWithKey(address: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-'))
  const file = join(folder, 'open.html')
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}"><a href="${address}">Sealwatch</a>`
  writeFileSync(file, page, { mode: 0o600, flag: 'wx' })
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  setTimeout(remove, keptMilliseconds).unref()
  return openBrowser(file)
}
