import { check } from 'recheck'

/** `safe`: linear in the text. `runs-away`: some text takes polynomial or exponential time. `unsure`: no proof in time. */
export interface Judged {
  readonly outcome: 'safe' | 'runs-away' | 'unsure'
  /** The attack for an unsafe expression, as the checker prints it. */
  readonly attack: string | null
}

/**
 * Judges an expression with the checker `recheck`, which proves safety or finds an attack: https://makenowjust-labs.github.io/recheck/
 * @param text the expression as in the source, with its flags
 */
export async function judge(text: string, timeoutMilliseconds: number): Promise<Judged> {
  const end = text.lastIndexOf('/')
  const result = await check(text.slice(1, end), text.slice(end + 1), { timeout: timeoutMilliseconds })
  if (result.status === 'vulnerable') return { outcome: 'runs-away', attack: result.attack.pattern }
  return { outcome: result.status === 'safe' ? 'safe' : 'unsure', attack: null }
}
