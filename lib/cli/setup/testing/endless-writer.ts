import { writeOwn } from '../own-file'

/** Writes two long texts to a file in turn, until it is killed; says a line once the file is there. */
const [file = ''] = process.argv.slice(2)
for (let turn = 0; ; turn += 1) {
  writeOwn(file, `${turn % 2 === 0 ? 'old' : 'new'}\n`.repeat(500_000))
  if (turn === 0) process.stdout.write('written\n')
}
