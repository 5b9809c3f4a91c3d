import type { MessageTarget } from './entry'

/** What a logger, the serial console or a command line tool writes before the text itself; each is bounded. */
const decorations: Partial<Record<MessageTarget, readonly RegExp[]>> = {
  'log-line': [
    // The extension repeats its log on the serial console behind this prefix and its process id.
    // https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/BackupLogger.py#L49
    /^\[AzureDiskEncryption\]\s{0,4}(?:\d{1,10}\s{0,4}:)?/,
    /^\[(?:Microsoft\.Azure\.Security\.)?AzureDiskEncryption(?:ForLinux)?-[\d.]{1,40}\]/,
    /^\[\s{0,12}\d{1,10}\.\d{1,9}\]/,
    /^\[?\d{4}[-/]\d{2}[-/]\d{2}[ T]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?\]?/,
    /^\[?(?:INFO|VERBOSE|DEBUG|WARN|WARNING|ERROR|CRITICAL)\]?(?=[\s:])/,
    /^:/,
  ],
  'client-output': [
    /^(?:az: )?(?:ERROR|WARNING|error|warning):/,
    /^(?:Get|Set|Disable|Remove)-Az(?:Rm)?(?:VM)?[A-Za-z]{1,60}\s{0,4}:/,
  ],
}

/** More than any line has; a hostile one is cut off here. */
const decorationLimit = 8
const lookWindow = 200

const escape = String.fromCharCode(0x1b)
const terminalCodes = new RegExp(`${escape}\\[[0-9;?]{0,20}[A-Za-z]`, 'g')

/**
 * A line without what stands before its text: time, level, prefix of the serial console, name of the tool. A text of a
 * place that knows no such things comes back as it is. Linear in the text; never throws.
 */
export function undecorated(target: MessageTarget, text: string): string {
  const known = decorations[target]
  if (known === undefined) return text
  let rest = text.replace(terminalCodes, '').trim()
  for (let count = 0; count < decorationLimit; count += 1) {
    const window = rest.slice(0, lookWindow)
    const found = known.map((pattern) => pattern.exec(window)?.[0].length ?? 0).find((length) => length > 0)
    if (found === undefined) break
    rest = rest.slice(found).trimStart()
  }
  return rest
}
