import { endWithReader } from '@/lib/cli/closed-pipe'
import { runOpen } from '@/lib/local/bundle/open'
import { ensureBuild } from './build'
import { top } from './paths'

/** `npm run open -- FILE`: builds if needed, then shows a file of `bundle` on this machine until it is stopped. */
endWithReader()
const built = process.argv.includes('--help') ? 0 : await ensureBuild({ quiet: true })
if (built === 0) {
  const code = await runOpen({
    args: process.argv.slice(2),
    folder: top,
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
  })
  if (code !== null) process.exitCode = code
} else process.exitCode = built
