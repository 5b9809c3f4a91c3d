import { cannotCompute, refuse } from './refusal'

/** Escapes with a letter or digit that mean the same here and in RE2. */
const sharedEscapes = 'dDwWsSbBntrfv'
/** Escapes that RE2 has and JavaScript reads otherwise: anchors, quotes, Unicode classes, octal and hexadecimal codes. */
const otherEscapes = 'AzQEpPCxa0'
const mostRepeats = 1000

function checkEscapes(pattern: string): void {
  for (const [, letter = ''] of pattern.matchAll(/\\([^])/g)) {
    if (!/[A-Za-z0-9]/.test(letter) || sharedEscapes.includes(letter)) continue
    if (otherEscapes.includes(letter)) cannotCompute(`the escape \\${letter} of a regular expression`)
    refuse(/[1-9k]/.test(letter) ? 'a regular expression with a backreference' : 'a regular expression that is not RE2')
  }
}

/** What stands outside of escapes and of classes of characters. */
const bareOf = (pattern: string): string => pattern.replace(/\\[^]/g, '').replace(/\[\^?\]?[^\]]*\]/g, '')

function checkGroups(bare: string): void {
  if (/\(\?<?[=!]/.test(bare)) refuse('a regular expression with lookaround')
  if (/\(\?(?!:)/.test(bare)) cannotCompute('flags or a name of a group in a regular expression')
  for (const [, least, most = least] of bare.matchAll(/\{(\d{1,9})(?:,(\d{0,9}))?\}/g))
    if (Math.max(Number(least), Number(most)) > mostRepeats) refuse('a regular expression with more than 1,000 repeats')
}

/**
 * A regular expression as Kusto takes it: RE2, which has no lookaround and no backreference
 * (https://github.com/google/re2/wiki/Syntax, https://learn.microsoft.com/kusto/query/regex). `(?i)` at its beginning is a
 * flag here. What RE2 has and JavaScript means otherwise is not computed.
 */
export function regexOf(pattern: string, flags = ''): RegExp {
  const bare = pattern.replace(/^\(\?i\)/, '')
  checkEscapes(bare)
  if (/\[\[:/.test(bare)) cannotCompute('a named class in a regular expression')
  if (/\[\^?\](?![^[]*\])/.test(bare)) refuse('a regular expression that is not RE2')
  checkGroups(bareOf(bare))
  try {
    return new RegExp(bare, bare === pattern ? flags : `${flags}i`)
  } catch {
    return refuse('a regular expression that is not RE2')
  }
}
