import { createInterface } from 'node:readline/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { azureCli } from './azure/az'
import { guardOutput } from './output.mjs'
import { runSetup } from './setup/program'

// A secret that Entra has made must reach the file, also where the output has no reader any more.
guardOutput('finish')
const there = process.stdin.isTTY
const lines = there ? createInterface({ input: process.stdin, output: process.stdout }) : null

/** The end of the input, as by Ctrl+D, answers nothing. */
const ended = new Promise<null>((resolve) => lines?.once('close', () => resolve(null)))

process.exitCode = await runSetup(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  az: azureCli,
  ask: lines === null ? null : (question) => Promise.race([lines.question(question), ended]),
  now: () => Date.now(),
  wait: (milliseconds) => wait(milliseconds),
})
lines?.close()
