// @ts-check
const everyMilliseconds = 500

/**
 * Ends a program that npm started as SIGTERM does, once its parent has ended. npm passes a signal to the shell in which it
 * starts the program, and to no other process: without this, the program would go on and hold its port. Windows does not
 * report the end of a parent.
 */
export function followParent() {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, everyMilliseconds)
  timer.unref()
}
