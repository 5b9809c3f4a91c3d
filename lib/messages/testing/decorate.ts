/** A random number generator, from 0 to below 1, deterministic for one seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number
type Decorate = (text: string, random: Random) => string

const pick = (from: readonly string[], random: Random): string => from[Math.floor(random() * from.length)] ?? ''
const lines = (text: string): string[] => text.split(/\r?\n/)
const first = (text: string, head: string, next = ''): string =>
  lines(text)
    .map((line, index) => (index === 0 ? head : next) + line)
    .join('\n')
const each = (text: string, before: string, after = ''): string =>
  lines(text)
    .map((line) => before + line + after)
    .join('\n')
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1)

const name = 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux'
const time = '2026/05/02 08:11:42'
const ext = `${time} [${name}-1.0]: 2118: [Info] `

/** Decorations of the message's writer. */
export const cores: Readonly<Record<string, Decorate>> = {
  nothing: (text) => text,
  'extension log': (text) => first(text, ext, `${time} `),
  'extension log, error of the helper': (text) => first(text, `${time} ERROR:[${name}-1.0]: `, `${time} `),
  'extension log of 2016': (text) =>
    first(
      text,
      `2016/04/05 07:01:09 [Microsoft.OSTCExtensions.AzureDiskEncryptionForLinux-1.0]1333: Info `,
      '2016/04/05 07:01:09 ',
    ),
  'extension log without time': (text) => first(text, `[${name}-1.0]: 2446: [Error] `),
  console: (text) => first(text, '[AzureDiskEncryption] 1797: [Info] '),
  'console without level': (text) => first(text, '[AzureDiskEncryption] 1893: '),
  'status report': (text) => first(text, `${time} [${name}-1.0]: [StatusReport (4)] msg: `, `${time} `),
  'exit line': (text) => first(text, `${time} [${name}-1.0]: Exited with message `, `${time} `),
  'agent event': (text) =>
    first(text, `2026-05-02T08:10:02.118204Z INFO ExtHandler ExtHandler Event: name=${name}, op=Enable, message=`),
  'agent with handler': (text) => first(text, `2026-05-02T08:10:02.118204Z INFO ExtHandler [${name}-1.4.0.12] `),
  'agent before 2.2.46': (text) => first(text, `2019/05/02 08:00:01.000000 INFO ExtHandler [${name}-1.1.0.1] `),
  'windows log': (text) => first(text, '2026-05-02T08:11:42.1234567Z\t[Info]:\t'),
  'windows agent': (text) => first(text, '[00000004] 2026-05-02T08:00:01.123Z [INFO]  '),
  cmdlet: (text) => first(text, 'Set-AzVMDiskEncryptionExtension : '),
  'PowerShell 7': (text) => first(text, 'Set-AzVMDiskEncryptionExtension: '),
  'az error': (text) => first(text, 'ERROR: (VMExtensionProvisioningError) '),
  'az message label': (text) => first(text, 'Message: '),
  xplat: (text) => first(text, 'error:   '),
  'record field': (text) => first(text, 'ErrorMessage: '),
  'time and level': (text) => first(text, '2026-05-02 08:00:01,123 WARNING: '),
}

/** Sentences and bodies that quote the message. */
export const wrappings: Readonly<Record<string, Decorate>> = {
  nothing: (text) => text,
  'sentence of 2019': (text) =>
    `VM has reported a failure when processing extension 'AzureDiskEncryptionForLinux'. Error message: "${text}".`,
  'sentence of 2021': (text) =>
    `VM has reported a failure when processing extension 'AzureDiskEncryptionForLinux'. Error message: "${text}"\n\nMore information on troubleshooting is available at https://aka.ms/VMExtensionADELinuxTroubleshoot `,
  'sentence of 2024': (text) =>
    `VM has reported a failure when processing extension 'ade1' (publisher 'Microsoft.Azure.Security' and type 'AzureDiskEncryptionForLinux'). Error message: '${text}'. More information on troubleshooting is available at https://aka.ms/x. `,
  'error body': (text) => JSON.stringify({ error: { code: 'VMExtensionProvisioningError', message: text } }, null, 2),
  'details in a message': (text) =>
    JSON.stringify({
      status: 'Failed',
      error: {
        code: 'DeploymentFailed',
        details: [{ code: 'Conflict', message: JSON.stringify({ error: { code: 'X', message: text } }) }],
      },
    }),
  'status file': (text) =>
    JSON.stringify([
      { status: { operation: 'EnableEncryption', status: 'x', formattedMessage: { lang: 'en-US', message: text } } },
    ]),
  'go error': (text) => `Error: Code="VMExtensionProvisioningError" Message="${escaped(text)}"`,
  'additional info': (text) => `Long running operation failed with status 'Failed'. Additional Info:'${text}'`,
  backslashes: (text) => escaped(text),
  'event of Windows': (text) =>
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='lotus'/><EventID>7</EventID></System><EventData><Data Name='Text'>${xml(text)}</Data></EventData></Event>`,
  'event of Windows on lines': (text) => `  <EventData>\n    <Data>${xml(text)}</Data>\n  </EventData>`,
}

/** Wrappings that keep a message of several lines together. */
export const keepers: Readonly<Record<string, Decorate>> = {
  nothing: (text) => text,
  rsyslog: (text) => `May  2 08:00:01 vm-lotus python[911]: ${text.replaceAll('\n', '#012').replaceAll('\t', '#011')}`,
}

/** Carriers of lines: syslog, consoles, containers, CI, mails. */
export const carriers: Readonly<Record<string, Decorate>> = {
  nothing: (text) => text,
  syslog: (text) => first(text, 'May  2 08:00:01 vm-lotus python[911]: '),
  'iso syslog': (text) => first(text, '2026-05-02T08:00:01.123456+00:00 vm-lotus python3[911]: '),
  kernel: (text) => first(text, '[   12.345678] '),
  'wall clock': (text) => first(text, '[Sat May  2 08:00:01 2026] '),
  'cloud-init': (text) => first(text, 'cloud-init[911]: 2026-05-02 08:00:01,231 - util.py[WARNING]: '),
  cri: (text) => each(text, '2026-05-02T08:15:00.123456789Z stderr F '),
  'cri parts': (text) =>
    each(text, '', '')
      .split('\n')
      .map((line) =>
        parts(line)
          .map(
            (part, at, all) =>
              `2026-05-02T08:15:00.12345678${at % 10}Z stderr ${at === all.length - 1 ? 'F' : 'P'} ${part}`,
          )
          .join('\n'),
      )
      .join('\n'),
  docker: (text) =>
    lines(text)
      .map((line) => dockerLine(`${line}\n`))
      .join('\n'),
  'docker parts': (text) =>
    lines(text)
      .flatMap((line) => parts(`${line}\n`).map(dockerLine))
      .join('\n'),
  compose: (text) => each(text, 'web-1  | '),
  devops: (text) => each(text, '2026-05-02T08:15:00.1234567Z '),
  'devops error': (text) => first(text, '2026-05-02T08:15:00.1234567Z ##[error]', '2026-05-02T08:15:00.1234567Z '),
  'github columns': (text) => each(text, 'build\tEncrypt\t2026-05-02T08:00:01.1234567Z '),
  terraform: (text) => each(text, '\u2502 '),
  mail: (text) => each(text, '> '),
  'mail twice': (text) => each(text, '> > '),
  indented: (text) => each(text, '  '),
  'list number': (text) => first(text, '3.) '),
  fence: (text) => `\`\`\`text\n${text}\n\`\`\``,
}

/** Artefacts of copying. */
export const artefacts: Readonly<Record<string, Decorate>> = {
  nothing: (text) => text,
  'byte order mark': (text) => `\uFEFF${text}`,
  crlf: (text) => text.replaceAll('\n', '\r\n'),
  nbsp: (text) => text.replaceAll(' ', '\u00A0'),
  'html once': (text) => html(text),
  'html twice': (text) => html(html(text)),
  colours: (text) =>
    lines(text)
      .map((line) => `\u001b[31;1m${line}\u001b[0m`)
      .join('\n'),
  'lost colours': (text) =>
    lines(text)
      .map((line) => `[0;32m${line}[0m`)
      .join('\n'),
  'zero width': (text, random) => {
    const at = Math.floor(random() * text.length)
    return `${text.slice(0, at)}\u200B${text.slice(at)}`
  },
  'curly quotes': (text) => text.replaceAll("'", '\u2019').replaceAll('"', '\u201D'),
  'full width': (text) => text.replace(/[A-Za-z0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  'quoted-printable': (text) => quotedPrintable(text),
  'utf-16 read as utf-8': (text) => text.split('').join('\u0000'),
}

/** Text before and after it. */
export const contexts: Readonly<Record<string, Decorate>> = {
  nothing: (text) => text,
  'PowerShell prompt': (text) => `PS C:\\> Get-AzVMDiskEncryptionStatus -VMName vm-lotus\n\n${text}\n\nPS C:\\> `,
  'shell prompt': (text) => `ops@vm-lotus:~$ sudo tail -n 1 extension.log\n${text}\nops@vm-lotus:~$ `,
  dollar: (text) => `$ az vm encryption show -n vm-lotus\n${text}`,
  'PowerShell record': (text) =>
    `${text}\nAt line:1 char:1\n+ Set-AzVMDiskEncryptionExtension -VMName v ...\n+ ~~~~~~~~~~~~~\n    + CategoryInfo          : CloseError: (:) [Set-AzVMDiskEncryptionExtension], ComputeCloudException`,
  'Japanese record': (text) =>
    `${text}\n発生場所 行:1 文字:1\n+ Set-AzVMDiskEncryptionExtension -VMName v ...\n+ ~~~~~~~~~~~~~\n    + CategoryInfo          : CloseError: (:) [Set-AzVMDiskEncryptionExtension]、ComputeCloudException`,
  'empty stamped line': (text) => `${time} [${name}-1.0]: 2118: [Info] \n\n${text}\n\n${time} \n`,
  'console noise': (text) =>
    `[   11.204117] hv_utils: lotus\n[  OK  ] Started Daily Cleanup.\n\n${text}\n\n[   12.204117] EXT4-fs (sda1): mounted`,
}

/** Splits a line into parts of 40 characters, as a container log does at 16,384. */
const parts = (line: string): string[] => line.match(/[^]{1,40}/g) ?? ['']
const dockerLine = (log: string): string =>
  JSON.stringify({ log, stream: 'stderr', time: '2026-05-02T08:15:00.123456789Z' })
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Encodes it like a mail: non-ASCII bytes and equals signs as codes, lines of 76 characters at most. */
function quotedPrintable(text: string): string {
  const code = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
  const coded = lines(text).map((line) => {
    const bytes = [...new TextEncoder().encode(line)]
    const tokens = bytes.map((byte) => (byte > 126 || byte === 61 ? code(byte) : String.fromCharCode(byte)))
    return tokens
      .join('')
      .replace(/[ \t]$/, (blank) => code(blank.charCodeAt(0)))
      .replace(/(?:=[0-9A-F]{2}|[^=]){25}(?=.)/g, '$&=\n')
  })
  return coded.join('\n')
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Breaks lines at a width as consoles do, inside words or at blanks. */
export function wrapped(text: string, width: number, insideWords: boolean): string {
  return lines(text)
    .map((line) => {
      if (insideWords) return line.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n') ?? line
      return line.replace(new RegExp(`(.{20,${width}})(?: |$)`, 'g'), '$1\n').replace(/\n$/, '')
    })
    .join('\n')
}

export interface Decorated {
  readonly text: string
  /** Names of the decorations, innermost first. */
  readonly by: readonly string[]
}

/** Wraps a text in one stack of decorations that can occur together. */
export function decorated(text: string, random: Random): Decorated {
  const levels = [
    wrappings,
    cores,
    random() < 0.3 ? keepers : {},
    carriers,
    random() < 0.3 ? carriers : {},
    contexts,
    artefacts,
  ]
  let shown = text
  const by: string[] = []
  for (const level of levels) {
    const names = Object.keys(level)
    if (names.length === 0) continue
    const chosen = pick(names, random)
    if (chosen === 'nothing' || by.includes(chosen)) continue
    shown = level[chosen]?.(shown, random) ?? shown
    by.push(chosen)
  }
  return { text: shown, by }
}
