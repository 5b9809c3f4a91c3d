import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const hashed = /^(?<name>(?:@[^/]+\/)?[^/]+)-[0-9a-f]{16}$/

/**
 * Writes a package that passes on another one. The bundler names each package that stays outside by a link with a hash.
 * @param folder the link's path in the package
 * @param link its name, such as `pino-28069d5257187539`
 */
export async function writeStub(folder: string, link: string): Promise<void> {
  const name = hashed.exec(link)?.groups?.['name']
  if (name === undefined) throw new Error(`${link}: no name of a package with a hash`)
  const loaded: unknown = await import(name)
  const hasDefault = typeof loaded === 'object' && loaded !== null && 'default' in loaded
  mkdirSync(folder, { recursive: true })
  const manifest = { name: link, exports: { '.': { import: './index.mjs', require: './index.cjs' } } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'index.cjs'), `module.exports = require('${name}')\n`)
  const passedOn = hasDefault ? `export { default } from '${name}'\n` : ''
  writeFileSync(join(folder, 'index.mjs'), `export * from '${name}'\n${passedOn}`)
}
