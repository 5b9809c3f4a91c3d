import { createReadStream } from 'node:fs'
import { runExplain } from './explain-program'

function writeTo(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  return (text) =>
    new Promise((resolve) => {
      if (stream.write(text)) resolve()
      else stream.once('drain', resolve)
    })
}

// A reader that has enough (`| head`) closes the pipe: that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await runExplain(process.argv.slice(2), {
  open: (file) => (file === '-' ? process.stdin : createReadStream(file)),
  print: writeTo(process.stdout),
  complain: writeTo(process.stderr),
})
