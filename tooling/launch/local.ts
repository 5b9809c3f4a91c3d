import { messages } from '@/lib/i18n/messages'
import { parseLocal } from '@/lib/local/options'
import { runLocal } from '@/lib/local/program'
import { ensureBuild } from './build'
import { top } from './paths'

/** `npm run local`: builds if needed, then shows one person's own Azure on this machine until it is stopped. */
const args = process.argv.slice(2)
const parsed = parseLocal(args)
if (parsed.kind === 'run') {
  process.stdout.write(`${messages[parsed.options.language].local.terminal.building}\n`)
  const built = await ensureBuild({ quiet: true })
  if (built !== 0) process.exit(built)
}
const code = await runLocal({
  args,
  folder: top,
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
})
if (code !== null) process.exitCode = code
