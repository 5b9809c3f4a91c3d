// @ts-check
// `npm run start`: the built dashboard on this machine only, unless an argument names another host.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { guardOutput } from '../../lib/cli/output.mjs'
import { followParent } from './follow-parent.mjs'

const usage = `Usage: npm run start [-- options]

Serves the dashboard that npm run build made, until it is stopped. The environment configures it: docs/configuration.md.

--port N, -p N     the port to listen on (default PORT, or 3000)
--hostname H, -H H the address to listen on (default 127.0.0.1, this machine alone; 0.0.0.0 for all networks, behind a proxy of TLS)
--help, -h         shows this

Exit code: 0 ended as requested, 1 could not start (the message says why), 2 wrong arguments or environment.
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
const { values } = parseArgs({
  args,
  strict: false,
  options: { port: { type: 'string', short: 'p' }, hostname: { type: 'string', short: 'H' } },
})
const { port = process.env['PORT'] || '3000', hostname = '127.0.0.1' } = values
// Next.js ends with 0 after a port that does not exist.
if (!(typeof port === 'string' && /^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
  process.stderr.write(`${values.port === undefined ? 'PORT' : '--port'}: must be a number from 0 to 65535\n`)
  process.exit(2)
}
if (typeof hostname !== 'string' || hostname === '') {
  process.stderr.write('--hostname: needs an address\n')
  process.exit(2)
}
followParent()
// Next.js says it with a stack.
const tried = createServer().listen(Number(port), hostname)
try {
  await once(tried, 'listening')
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const ways = code === 'EADDRINUSE' ? ': another process listens there; end it, or choose another --port' : ''
  process.stderr.write(`${hostname}, port ${port}: Sealwatch cannot listen at this address (${code})${ways}\n`)
  process.exit(1)
}
await new Promise((resolve) => tried.close(resolve))
process.argv.splice(2, process.argv.length, 'start', '--hostname', hostname, '--port', port)
await import('next/dist/bin/next')
