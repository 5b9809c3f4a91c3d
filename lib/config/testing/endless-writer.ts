import { writeOwn } from '../own-file'

/** Alternates between two long texts in a file until it is killed; prints a line once the file exists. */
const [file = ''] = process.argv.slice(2)
for (let turn = 0; ; turn += 1) {
  writeOwn(file, `${turn % 2 === 0 ? 'old' : 'new'}\n`.repeat(500_000))
  if (turn === 0) process.stdout.write('written\n')
}
