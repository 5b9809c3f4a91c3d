import { azureCli } from './azure/az'
import { runDoctor } from './doctor/program'

// Log lines would appear between the lines of the answer.
process.env['SEALWATCH_LOG_LEVEL'] ??= 'error'
process.exitCode = await runDoctor(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  az: azureCli,
})
