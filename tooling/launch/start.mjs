// @ts-check
// `npm run start`: the built dashboard on this machine only, unless an argument names another host.
import { followParent } from './follow-parent.mjs'

followParent()
process.argv.splice(2, 0, 'start', '--hostname', '127.0.0.1')
await import('next/dist/bin/next')
