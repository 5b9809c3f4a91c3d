import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeDemoFile } from '../demo-file'
import { serveSite } from '../serve'
import { writeSite } from '../write-site'
import { testPorts } from '../../launch/options'
import { test as base } from '@/e2e/fixtures/test'

export interface Site {
  readonly folder: string
  readonly origin: string
}

/** The origin that its pages name; it is served from another one. */
export const publicOrigin = 'https://sealwatch.example'

/** Tests on the site without a server, which is written once from the tests' product and the demo's world. */
export const test = base.extend<object, { readonly site: Site }>({
  site: [
    async ({ browser }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'sealwatch-site-'))
      const file = await takeDemoFile(testPorts, folder)
      const address = `http://localhost:${testPorts.product}`
      const pages = join(folder, 'site')
      await writeSite({ address, browser, file, origin: publicOrigin, folder: pages })
      const { origin, close } = await serveSite(pages)
      await use({ folder: pages, origin })
      close()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 1_200_000 },
  ],
  baseURL: async ({ site }, use) => use(site.origin),
})
