/** The prefix that the old `azure` command (xplat-CLI, until 2018) writes before each line of its answer. */
const dataLine = /^[ \t]{0,8}data: {3,4}/

/** Whether a text contains such an answer. */
export function isXplatData(text: string): boolean {
  return /^[ \t]{0,8}data: {3,4}\S?.{0,80}(?:osVolumeEncrypted|\{|\[)/im.test(text)
}

/** The answer without these prefixes: JSON, or names and values as JavaScript prints an object. */
export function withoutXplatMarks(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => dataLine.test(line))
  return lines.map((line) => line.replace(dataLine, '')).join('\n')
}

/** The other lines of such a text; those of the answer are left empty. */
export function withoutXplatLines(text: string): string {
  const lines = text.split(/\r\n|\r|\n/)
  return lines.map((line) => (dataLine.test(line) ? '' : line)).join('\n')
}

/** A value without the quotes, the comma and the brace that JavaScript writes around it. */
function valueOf(text: string): string {
  const value = text.trim().replace(/ \}$/, '').replace(/,$/, '')
  return /^(['"]).*\1$/.test(value) ? value.slice(1, -1) : value
}

/** Names and values in the form of a PowerShell list. */
export function asList(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^[ \t]{0,20}\{[ \t]{0,4}/, ''))
  return lines
    .map((line) => {
      const end = line.indexOf(':') + 1
      return end === 0 ? line : `${line.slice(0, end)} ${valueOf(line.slice(end))}`
    })
    .join('\n')
}
