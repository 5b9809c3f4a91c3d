import { runCompare } from './compare'

process.exitCode = await runCompare(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
})
