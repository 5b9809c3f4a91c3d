import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { top } from '../launch/paths'
import { usedOfZod } from './zod.mjs'

/** Modules that no page imports, although they have no `server-only`: tools and pages of the server use them. */
const ofServers = /^lib\/(?:openapi|setup)\//

const sources = ['app', 'components', 'lib']
  .flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !ofServers.test(file))
  .map((file) => readFileSync(join(top, file), 'utf8'))
  .filter((text) => text.includes("from 'zod/mini'") && !text.startsWith("import 'server-only'"))

it('names exactly what the pages use of zod/mini', () => {
  const used = sources.flatMap((text) => [...text.matchAll(/\bz\.(\w+)[.(]/g)].map(([, name]) => name))
  // `z.core` has types alone.
  expect([...new Set(used)].filter((name) => name !== 'core').toSorted()).toEqual(usedOfZod.toSorted())
})
