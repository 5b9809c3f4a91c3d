const escape = '\u001b'
const colour = new RegExp(`${escape}\\[[0-9;]*m`, 'g')

/** Removes terminal colours, as `--output jsonc` and PowerShell 7 print them; JSON never contains them unescaped. */
export function withoutColours(text: string): string {
  return text.includes(escape) ? text.replace(colour, '') : text
}
