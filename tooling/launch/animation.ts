import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectLoaded } from '@/e2e/fixtures/fleet'
import { messages } from '@/lib/i18n/messages'

const mostBytes = 3 * 1024 * 1024
const { frame, fleet, inbox, troubleshoot } = messages.en

/** A little-endian number of that many bytes. */
function number(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return buffer
}

function chunk(name: string, ...parts: readonly Buffer[]): Buffer {
  const data = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(name), number(data.length, 4), data, Buffer.alloc(data.length % 2)])
}

/** The chunk with the pixels of a still WebP file, which begins with RIFF, its size and WEBP. */
function pixels(still: Buffer): Buffer {
  for (let at = 12; at < still.length;) {
    const end = at + 8 + still.readUInt32LE(at + 4)
    if (['VP8 ', 'VP8L'].includes(still.toString('latin1', at, at + 4))) return still.subarray(at, end + (end % 2))
    at = end + (end % 2)
  }
  throw new Error('no picture in the WebP file')
}

/** Takes pictures of a page, and joins them to an animation: https://developers.google.com/speed/webp/docs/riff_container */
class Film {
  private readonly frames: Buffer[] = []

  constructor(private readonly page: Page) {}

  private size(): readonly Buffer[] {
    const { width, height } = this.page.viewportSize() ?? { width: 1280, height: 800 }
    return [number(width - 1, 3), number(height - 1, 3)]
  }

  /** @param seconds how long the picture stays */
  async take(seconds: number): Promise<void> {
    const browser = await this.page.context().newCDPSession(this.page)
    const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality: 80 })
    const place = [number(0, 3), number(0, 3), ...this.size(), number(seconds * 1000, 3), number(0, 1)]
    this.frames.push(chunk('ANMF', ...place, pixels(Buffer.from(data, 'base64'))))
  }

  /** @throws where the file would be too large */
  async save(file: string): Promise<void> {
    const animated = chunk('VP8X', number(2, 4), ...this.size())
    const endless = chunk('ANIM', number(0, 4), number(0, 2))
    const bytes = chunk('RIFF', Buffer.from('WEBP'), animated, endless, ...this.frames)
    if (bytes.length > mostBytes) throw new Error(`The animation has ${bytes.length} bytes, more than ${mostBytes}.`)
    await writeFile(file, bytes)
  }
}

/**
 * From the fleet to the command for a group of VMs, to one of them, and to its steps; as an animated WebP.
 * @param page shows the fleet after sign-in
 */
export async function animate(page: Page, file: string): Promise<void> {
  const film = new Film(page)
  await expectLoaded(page)
  await film.take(2.5)
  const table = page.getByRole('table', { name: fleet.table.label })
  await table.getByRole('row').nth(1).click()
  await page.getByRole('heading', { name: fleet.panel.evidence }).waitFor()
  await film.take(3)
  const rail = page.getByRole('navigation', { name: frame.mainNavigation })
  await rail.getByRole('link', { name: frame.place.needs }).click()
  const command = page.getByRole('article').getByRole('figure').first()
  await command.waitFor()
  await film.take(3)
  await command.getByRole('button', { name: troubleshoot.steps.copy }).click()
  await film.take(1.5)
  await page.getByRole('table', { name: inbox.table.label }).getByRole('link').first().click()
  await page.getByRole('heading', { name: troubleshoot.causes.title }).waitFor()
  await film.take(3)
  await film.save(file)
}
