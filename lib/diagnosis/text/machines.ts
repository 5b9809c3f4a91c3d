const prompts = [
  /^[\w.-]{1,32}@([\w.-]{1,64}):[^$#\n]{0,120}[$#]/,
  /^\[[\w.-]{1,32}@([\w.-]{1,64}) [^\]\n]{0,120}\][$#]/,
  /^\[([\w.-]{1,64})\]: PS [^>\n]{0,120}>/,
]
const syslogHost =
  /^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)) ([\w.-]{1,64}) [\w().@/-]{1,64}(?:\[\d{1,7}\])?: /

/** A command of azure-cli or Azure PowerShell about a VM. */
const vmCommand = /\baz vm\b|\b(?:Get|Set|Disable|Remove|Update)-Az(?:ureRm)?V[Mm]/
const namedVm = /(?:^|\s)(?:-VMName|--vm-name|--name|-Name|-n)(?:[ =]|[ \t]{2,4})["']?([A-Za-z\d][\w.-]{0,63})/i

/** Heads that say themselves that a machine follows. */
const heads = [
  // Ansible's ad hoc commands, and its tasks.
  /^([\w.-]{1,64}) \| (?:CHANGED|SUCCESS|FAILED|UNREACHABLE)/,
  /^(?:ok|changed|fatal|failed): \[([\w.-]{1,64})\]/,
  /^[=#*~-]{1,20} ?([A-Za-z][\w.-]{0,63})(?: [=#*~-]{1,20}|[=#*~]{0,20}):?$/,
  /^(?:VM|VM ?name|host|host ?name|server|computer|computer ?name|node|machine|ホスト|サーバー|仮想マシン)[ \t]{0,4}[:=\uFF1A][ \t]{0,4}([\w.-]{1,64})$/i,
]
/** A line with nothing but a name, in brackets or before a colon perhaps. */
const bareName = /^\[?([A-Za-z][\w-]{1,62})\]?[:\uFF1A]?$/
const isNameLike = (name: string): boolean =>
  /[-_\d]/.test(name) && !/^(?:sd[a-z]|vd[a-z]|xvd|hd[a-z]|dm-|nvme|md\d|sr\d|loop|kb\d|[a-z]+-az)/i.test(name)

const shortOf = (host: string): string => host.toLowerCase().split('.')[0] ?? ''

function bareNameOf(line: string): string | null {
  const name = bareName.exec(line.slice(0, 80))?.[1]
  return name !== undefined && isNameLike(name) ? shortOf(name) : null
}

/**
 * The machine that a line announces by itself, in lower case and without its domain; null for any other line.
 * @param known names that count without a digit or a dash
 */
export function headingNameOf(full: string, known: readonly string[]): string | null {
  const line = full.slice(0, 400)
  const name = firstOf([...heads, bareName], line)
  return name !== null && (isNameLike(name) || known.includes(name)) ? name : null
}

const firstOf = (expressions: readonly RegExp[], line: string): string | null => {
  for (const each of expressions) {
    const name = each.exec(line)?.[1]
    if (name !== undefined) return shortOf(name)
  }
  return null
}

/**
 * The machine of each line, in lower case and without its domain: from its own head, or from the prompt, the command or
 * the heading above it. Cloud Shell does not count as one. Single words count only where several of them differ.
 */
export function machinesOf(lines: readonly string[]): readonly (string | null)[] {
  const bare = lines.map((line) => bareNameOf(line.trim()))
  const isListed = new Set(bare.filter((name) => name !== null)).size > 1
  let current: string | null = null
  return lines.map((full, at) => {
    const line = full.slice(0, 400)
    const prompt = firstOf(prompts, line)
    if (prompt !== null) current = prompt === 'azure' ? null : prompt
    if (vmCommand.test(line)) current = firstOf([namedVm], line)
    current = firstOf(heads, line.trim()) ?? (isListed ? bare[at] : null) ?? current
    return firstOf([syslogHost], line) ?? current
  })
}
