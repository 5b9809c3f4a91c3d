import compile from 'icu-minify/compile'
import { compiledMark } from './compiled-mark'
import type { TextTable } from './texts'

function compiledText(message: string): string {
  const compiled = compile(message)
  return typeof compiled === 'string' ? compiled : compiledMark + JSON.stringify(compiled)
}

/** The same texts, ready to be filled in: the browser needs no parser of messages. Read by `formatMessage`. */
export function compiledTexts(table: TextTable): TextTable {
  const entries = Object.entries(table).map(([key, value]): [string, string | TextTable] => [
    key,
    typeof value === 'string' ? compiledText(value) : compiledTexts(value),
  ])
  return Object.fromEntries(entries)
}
