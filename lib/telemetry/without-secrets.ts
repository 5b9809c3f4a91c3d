import 'server-only'

const hidden = '[hidden]'

/** Names whose value is always a secret: in a header, a query, a form or JSON. */
const secretNames =
  'authorization|cookie|set-cookie|password|passwd|passphrase|client[-_]?secret|client[-_]?assertion|assertion|access[-_]?token|refresh[-_]?token|id[-_]?token|api[-_]?key|account[-_]?key|token|secret|sig'

/**
 * Every form of a secret that can get near a log. Repetitions are bounded, so that each costs time linear in the text.
 * Entra's refresh tokens and codes: https://learn.microsoft.com/entra/identity-platform/refresh-tokens
 */
const shapes: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g, hidden],
  [/eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){0,4}/g, hidden],
  [/\b(Bearer|Basic|PoP)(\s{1,4}|%20)[^\s"',;]{6,}/gi, `$1 ${hidden}`],
  [/\b[01]\.A[A-Za-z0-9_.-]{40,}/g, hidden],
  [/\bM\.[A-Z0-9_]{2,12}\.[A-Za-z0-9!*$_.-]{30,}/g, hidden],
  [/[A-Za-z0-9~._-]{3}[78]Q~[A-Za-z0-9~._-]{20,40}/g, hidden],
  [/\bwhsec_[A-Za-z0-9+/_=-]{8,}/g, hidden],
  [/(:\/\/[^\s/:@"']{0,200}:)[^\s/@"']{1,500}@/g, `$1${hidden}@`],
  [/([?&#]code=)[^\s"'&#]{6,}/gi, `$1${hidden}`],
  [/(\/shared(?:#|%23))[A-Za-z0-9_-]{8,}/gi, `$1${hidden}`],
  [
    new RegExp(
      `(?:(?<![a-z0-9])|(?<=%[0-9a-f]{2}))(${secretNames})(["']?(?:\\s{0,4}[=:]\\s{0,4}|%3d)["']?)(?!\\[hidden\\]|Bearer \\[hidden\\])[^\\s"'&,;}]{6,}`,
      'gi',
    ),
    `$1$2${hidden}`,
  ],
]

/** Removes everything that has the form of a token, a key or a password from a text. */
export function withoutSecrets(text: string): string {
  return shapes.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text)
}
