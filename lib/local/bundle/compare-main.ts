import { endWithReader } from '@/lib/cli/closed-pipe'
import { runCompare } from './compare'

endWithReader()
process.exitCode = await runCompare(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
})
