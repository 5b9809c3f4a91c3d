// @ts-check
// `npm run start`: the built dashboard on this machine only, unless an argument names another host.
import { guardOutput } from '../../lib/cli/output.mjs'
import { followParent } from './follow-parent.mjs'

const usage = `Usage: npm run start [-- options]

Serves the dashboard that npm run build made, until it is stopped. The environment configures it: docs/configuration.md.

--port N, -p N     the port to listen on (default PORT, or 3000)
--hostname H, -H H the address to listen on (default 127.0.0.1, this machine alone; 0.0.0.0 for all networks, behind a proxy of TLS)
--help, -h         shows this

Exit code: 0 ended as requested, 1 could not start (the message says why), 2 wrong arguments.
`

guardOutput('serve')
const args = process.argv.slice(2)
if (args.some((arg) => arg === '--help' || arg === '-h')) {
  guardOutput('end')
  process.stdout.write(usage)
  await new Promise((resolve) => setImmediate(resolve))
  process.exit()
}
const options = ['--port', '-p', '--hostname', '-H']
const wrong = args.find(
  (arg, index) =>
    !options.some((name) => arg === name || arg.startsWith(`${name}=`)) && !options.includes(args[index - 1] ?? ''),
)
if (wrong !== undefined) {
  process.stderr.write(`${wrong}: is no argument of start\n\n${usage}`)
  process.exit(2)
}
const at = args.findIndex((arg) => ['--port', '-p'].includes(arg))
const port = args[at + 1] ?? ''
// Next.js ends with 0 after a port that does not exist.
if (at >= 0 && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
  process.stderr.write('--port: must be a number from 0 to 65535\n')
  process.exit(2)
}
followParent()
process.argv.splice(2, 0, 'start', '--hostname', '127.0.0.1')
await import('next/dist/bin/next')
