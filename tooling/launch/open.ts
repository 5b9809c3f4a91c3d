import { runOpen } from '@/lib/local/bundle/open'
import { ensureBuild } from './build'
import { top } from './paths'

/** `npm run open -- FILE`: builds if needed, then shows a file of `bundle` on this machine until it is stopped. */
const program = {
  args: process.argv.slice(2),
  folder: top,
  print: (text: string) => process.stdout.write(text),
  complain: (text: string) => process.stderr.write(text),
}
const code = await runOpen(program, () => ensureBuild({ quiet: true }))
if (code !== null) process.exitCode = code
