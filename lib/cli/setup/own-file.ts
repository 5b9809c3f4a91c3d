import { chmodSync, renameSync, writeFileSync } from 'node:fs'

/** Writes a file whole or not at all, readable for its owner alone from the first byte on. */
export function writeOwn(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`
  writeFileSync(draft, text, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, file)
}
