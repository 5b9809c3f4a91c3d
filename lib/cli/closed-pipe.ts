/**
 * Ends the process once its output has no reader any more, as in `| head`: that is no error. Other programs end by SIGPIPE
 * then, which Node.js ignores. A terminal that closed sends SIGHUP, which ends the program in order.
 */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EIO') return
      if (error.code !== 'EPIPE') throw error
      process.exit(0)
    })
}
