// @ts-check
// `npm run start`: the built dashboard on this machine only, unless an argument names another host.
import { followParent } from './follow-parent.mjs'

const args = process.argv.slice(2)
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
