import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { factsPath, makeFacts, publishedFolder, publishedPresent, writtenFacts } from '../azure-types/facts'
import { top } from './paths'

if (publishedPresent) writeFileSync(join(top, factsPath), writtenFacts(await makeFacts()))
else {
  process.stderr.write(`The published types are not at ${publishedFolder}; set SEALWATCH_SHARED.\n`)
  process.exitCode = 1
}
