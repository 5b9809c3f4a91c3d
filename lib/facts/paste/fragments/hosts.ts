import type { FragmentRow } from './types'

/** Lines that name the computer whose volumes follow. */
const names: readonly RegExp[] = [
  /^\s{0,8}Computer ?Name\s{0,20}:\s{0,4}([\w.-]{1,64})$/,
  /^\s{0,8}コンピューター名\s{0,20}[:：]\s{0,4}([\w.-]{1,64})$/,
  /^\[([\w.-]{1,64})\]: PS /,
  /\s-(?:cn|computername)\s{1,4}["']?([\w.-]{1,64})/i,
]
const asksName = /(?:^|[>$#])\s{0,2}hostname$/
const bareName = /^[A-Za-z\d][\w.-]{0,63}$/

/** The computer of each line, as the nearest line above it names it. */
export function hostsOf(lines: readonly string[]): readonly (string | null)[] {
  let current: string | null = null
  let isAnswer = false
  return lines.map((full) => {
    const line = full.slice(0, 300).trimEnd()
    const named = names.map((name) => name.exec(line)?.[1]).find((name) => name !== undefined)
    if (named !== undefined) current = named
    else if (isAnswer && bareName.test(line)) current = line
    if (line.trim() !== '') isAnswer = asksName.test(line)
    return current
  })
}

export interface HostedRow extends FragmentRow {
  readonly host: string | null
}

/** Rows with the name of their computer where the output is of several. */
export function withHosts(rows: readonly HostedRow[]): readonly FragmentRow[] {
  const isJoined = new Set(rows.map(({ host }) => host?.toLowerCase() ?? null)).size > 1
  return rows.map(({ host, subject, ...rest }) => ({
    ...rest,
    subject: isJoined && host !== null ? `${host} ${subject}` : subject,
  }))
}
