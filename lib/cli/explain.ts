import { createReadStream } from 'node:fs'
import { runExplain } from './explain-program'

function writeTo(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  return (text) =>
    new Promise((resolve) => {
      if (stream.write(text)) resolve()
      else stream.once('drain', resolve)
    })
}

process.exitCode = await runExplain(process.argv.slice(2), {
  open: (file) => (file === '-' ? process.stdin : createReadStream(file)),
  print: writeTo(process.stdout),
  complain: writeTo(process.stderr),
})
