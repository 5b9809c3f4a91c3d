import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const text = readFileSync(join(import.meta.dirname, '..', 'docs', 'windows.md'), 'utf8')
const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, body = '']) => ({ language, body }))
/** Commands in sentences: of the blocks only what is quoted for code. */
const quoted = [...text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, body = '']) => body)

/**
 * What a POSIX shell reads and Windows PowerShell 5.1 does not, or reads otherwise.
 * Source: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_operators
 */
const posixOnly: Readonly<Record<string, RegExp>> = {
  'export X=': /^\s*export\s/m,
  'X=value command': /^\s*[A-Z_]+=\S+\s+\S/m,
  '$X of the environment': /\$[A-Z][A-Z_]{2,}\b/,
  '$(command)': /\$\((?:az|npm|node|cat|git|date|uname)\b/,
  '&& and ||': /&&|\|\|/,
  'a file of a POSIX system': /(?:^|[\s'"=<>])(?:\/dev\/|\/tmp\/|\/etc\/|\/var\/|\/usr\/|\/opt\/|~\/)/m,
  'a document in place': /<<-?\s*['"]?\w/,
  'input from a file': /(?:^|\s)<\s*[\w./]/m,
  'a line that continues with \\': /\\$/m,
  'a script of a shell': /\b(?:bash|sh)\s+-c\b|\.sh\b|^\s*\.\/\w/m,
  'a program of POSIX systems':
    /(?:^|[|;]\s*)\s*(?:chmod|chown|sudo|apt|apt-get|systemctl|sed|awk|grep|cat|rm|cp|mv|ln|touch|which|nohup|kill|curl|install|useradd)\b/m,
  'end of a background command': /&\s*$/m,
}

it.each(Object.keys(posixOnly))('docs/windows.md has no line for POSIX alone: %s', (what) => {
  const pattern = posixOnly[what] ?? /^/
  expect([...blocks.map(({ body }) => body), ...quoted].filter((body) => pattern.test(body))).toEqual([])
})

it('has PowerShell in every block, and finds what is for POSIX alone', () => {
  expect(blocks.length).toBeGreaterThan(5)
  expect(blocks.filter(({ language }) => language !== 'powershell')).toEqual([])
  const lines = [
    'export SEALWATCH_TENANT=x',
    'SEALWATCH_TENANT=x npm run start',
    'echo $HOME_DIRECTORY',
    'npm run x -- $(az account show)',
    'npm ci && npm run build',
    'npm run start > /dev/null',
    "cat <<'EOF'",
    'node x < file',
    'npm run x \\',
    'sh -c "npm run start"',
    'chmod 600 sealwatch.env',
    'npm run start &',
  ]
  expect(lines.map((line) => Object.values(posixOnly).some((pattern) => pattern.test(line)))).toEqual(
    lines.map(() => true),
  )
  expect(Object.values(posixOnly).filter((pattern) => !lines.some((line) => pattern.test(line)))).toEqual([])
})
