import { runBundle } from './program'

process.exitCode = await runBundle(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
})
// Connections that are kept open for further requests would hold the program. A failure of its output is reported first.
setImmediate(() => process.exit())
