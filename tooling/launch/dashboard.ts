import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dashboardPath, dashboardText } from '../operations/dashboard'
import { top } from './paths'

writeFileSync(join(top, dashboardPath), dashboardText())
process.stdout.write(`${dashboardPath}\n`)
