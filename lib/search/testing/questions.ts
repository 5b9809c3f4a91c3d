import { readFileSync } from 'node:fs'

/** A question, and the accepted first results. */
type Question = readonly [asked: string, ...first: string[]]

const lines = readFileSync(new URL('questions.tsv', import.meta.url), 'utf8').split('\n')

/** The questions of the set with this heading; none if there is no such set. */
export function questionsOf(set: string): readonly Question[] {
  const start = lines.indexOf(`# ${set}`) + 1
  const end = lines.findIndex((line, index) => index >= start && line.startsWith('# '))
  return lines.slice(start, end < 0 ? undefined : end).flatMap((line) => {
    const [asked = '', first = ''] = line.split('\t')
    return first === '' ? [] : [[asked, ...first.split(' ')] as const]
  })
}
