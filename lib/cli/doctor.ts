import { azureCli } from './azure/az'
import { runDoctor } from './doctor/program'

process.exitCode = await runDoctor(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  az: azureCli,
})
