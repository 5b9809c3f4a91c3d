import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configurationReference, referencePath } from '../configuration/reference'
import { top } from './paths'

writeFileSync(join(top, referencePath), configurationReference())
process.stdout.write(`${referencePath}\n`)
