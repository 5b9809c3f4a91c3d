import { createInterface } from 'node:readline/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { azureCli } from './azure/az'
import { runSetup } from './setup/program'

const there = process.stdin.isTTY
const lines = there ? createInterface({ input: process.stdin, output: process.stdout }) : null

process.exitCode = await runSetup(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  az: azureCli,
  ask: lines === null ? null : (question) => lines.question(question),
  now: () => Date.now(),
  wait: (milliseconds) => wait(milliseconds),
})
lines?.close()
