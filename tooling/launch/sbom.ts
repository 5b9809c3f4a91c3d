import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ownLockfile } from '../supply/lockfile'
import { makeBill } from '../supply/make-bill'
import { againstSchema, missingFrom } from '../supply/sbom'
import { top } from './paths'

/** `npm run sbom`: writes the bill of materials of the product and checks it against CycloneDX's schema and the lockfile. */
function sbom(): number {
  const lock = ownLockfile()
  const bill = makeBill(lock)
  const wrong = [...againstSchema(bill), ...missingFrom(bill, lock).map((each) => `not listed: ${each}`)]
  for (const line of wrong) process.stderr.write(`${line}\n`)
  const file = join(top, '.sealwatch', 'sbom', 'sealwatch.cdx.json')
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
  process.stdout.write(`${relative(top, file)}: ${bill.components.length} components, ${wrong.length} problems\n`)
  return wrong.length === 0 ? 0 : 1
}

process.exitCode = sbom()
