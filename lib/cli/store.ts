import { guardOutput } from './output.mjs'
import { runStore } from './store-program'

guardOutput()
process.exitCode = await runStore(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
})
