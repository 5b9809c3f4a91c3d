/**
 * The grammar of decorations: what loggers, consoles, shells, clients and chats write around a message.
 *
 * A paste is read from the outside in:
 *
 *     paste  := line+                               a line end is CRLF, LF or CR
 *     line   := artefact* (quote | ci | container | box | syslog | core)*
 *     quote  := `>` | list mark | code mark          of mails, chats and Markdown
 *     ci     := job columns | time | `##[error]`     of Azure DevOps and GitHub
 *     box    := Terraform's bar | PowerShell 7's bar
 *     syslog := host and program | kernel stamp | systemd mark | cloud-init logger
 *     core   := agent | extension | console | Windows log | client | text
 *
 * Every pattern is anchored, bounded, and applied to the beginning of a line; the first of the table that fits is removed,
 * then the table is tried again, until no pattern fits. The values of a decoration (level, code, field) are kept, never
 * judged: a level says where a line was written, not how severe it is. A decoration that always begins a message is a
 * `head`: the bare lines after it belong to it. `command` marks a line that a user typed; `dropped` has no content.
 *
 * Order matters where two forms are similar: the agent's six digits before CI's seven, containers before CI, the agent
 * before ISO syslog, systemd's marks before the kernel's stamp.
 * https://github.com/Azure/WALinuxAgent/blob/a976115f/azurelinuxagent/common/logger.py#L140
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/Utils/HandlerUtil.py#L493
 */
export interface Decoration {
  readonly id: DecorationId
  readonly pattern: RegExp
  readonly role: 'outer' | 'head' | 'continuation' | 'command' | 'dropped'
}

export const decorationIds = [
  'quote',
  'fence',
  'list',
  'code-mark',
  'table-bar',
  'job-columns',
  'container',
  'compose',
  'agent',
  'agent-old',
  'ci-time',
  'ci-mark',
  'terraform-box',
  'concise-view',
  'powershell-place',
  'prompt',
  'syslog',
  'syslog-iso',
  'kernel-wall-clock',
  'systemd-mark',
  'kernel',
  'program',
  'process',
  'cloud-init',
  'extension',
  'extension-continued',
  'console',
  'status-report',
  'exit-line',
  'status-of-2016',
  'agent-event',
  'agent-error',
  'windows-log',
  'windows-agent',
  'time',
  'level',
  'az-debug',
  'az-log-file',
  'code-head',
  'sdk-label',
  'old-deployment',
  'xplat',
  'cmdlet',
  'record-field',
  'deployment-clock',
  'ansible',
  'spoken',
] as const
export type DecorationId = (typeof decorationIds)[number]

const of = (id: DecorationId, role: Decoration['role'], pattern: RegExp): Decoration => ({ id, role, pattern })

/** In the order in which they are tried. */
export const decorations: readonly Decoration[] = [
  of('fence', 'dropped', /^(?:`{3,8}|~{3,8})[\w+-]{0,20}$/),
  of(
    'powershell-place',
    'dropped',
    /^(?:(?:At |Au caract\u00E8re |\u767A\u751F\u5834\u6240 )[^\n]{1,300}\d| {0,8}\+[ ~][^\n]{0,400})$/,
  ),
  of('concise-view', 'dropped', /^(?:Line \|| {0,4}\d{1,5} \| {1,4}\S[^\n]{0,300}| {4,6}\| {1,200}~{1,200})$/),
  of('terraform-box', 'outer', /^[ \t]{0,24}[\u2502\u2577\u2575] ?/),
  of('concise-view', 'outer', /^ {5}\| /),
  of('quote', 'outer', /^(?:[ \t]{0,3}>[ \t]?){1,4}/),
  of('table-bar', 'outer', /^\|[ \t](?=[^\n|]{8,2000}\|$)/),
  of('code-mark', 'outer', /^(?:`{1,2}(?=[^`\n])|\*\*(?=[^*\n]))/),
  of('container', 'outer', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) (?:stdout|stderr) [FP] /),
  of(
    'agent',
    'head',
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z (?:VERBOSE|INFO|WARNING|ERROR) (?:(?:[A-Z][A-Za-z]{0,30}(?:Handler|Collector|Thread)|Daemon) ){0,2}(?:\[[\w.-]{2,120}-\d[\d.]{0,24}\] )?/,
  ),
  of(
    'agent-old',
    'head',
    /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{6} (?:VERBOSE|INFO|WARNING|ERROR) (?:ExtHandler |Daemon )?(?:\[[\w.-]{2,120}-\d[\d.]{0,24}\] )?/,
  ),
  of('windows-log', 'head', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z[\t ]{1,8}\[[A-Z][a-z]{3,12}\]:[\t ]{1,8}/),
  of(
    'syslog-iso',
    'head',
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d) [\w.-]{1,64} [\w().@/-]{1,64}(?:\[\d{1,7}\])?: /,
  ),
  of('job-columns', 'outer', /^[^\t\n]{1,120}\t[^\t\n]{1,120}\t(?=\d{4}-\d\d-\d\dT)/),
  of('ci-time', 'outer', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,7}Z /),
  of('ci-mark', 'outer', /^(?:##\[[a-z]{4,10}\]|::(?:error|warning|notice|debug)(?: [^:\n]{0,200})?::)/),
  of('compose', 'outer', /^(?:[\w.-]{2,40}-\d{1,3} {1,8}\| |\[pod\/[\w.-]{1,80}\/[\w.-]{1,80}\] )/),
  of(
    'prompt',
    'command',
    /^(?:PS (?:[A-Za-z]:|Azure:|\/|~|>)[^>\n]{0,200}>? ?|[\w.-]{1,32}@[\w.-]{1,64}:[^$#\n]{0,120}[$#] ?|[A-Za-z]:\\[^>\n]{0,200}> ?|[$#] (?=\S))/,
  ),
  of('syslog', 'head', /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,64} [\w().@/-]{1,64}(?:\[\d{1,7}\])?: /),
  of('kernel-wall-clock', 'head', /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}\] /),
  of('systemd-mark', 'head', /^\[ {0,2}(?:OK|FAILED|DEPEND|TIME|INFO|WARN|[* ]{2,6}) {0,2}\] ?/),
  of('kernel', 'head', /^(?:<\d{1,3}>)?\[ {0,6}\d{1,7}\.\d{3,6}\](?:\[ {0,4}[TC]\d{1,7}\])? ?/),
  of('cloud-init', 'head', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} - [\w.-]{1,60}\.py\[[A-Z]{4,8}\]: /),
  of(
    'az-log-file',
    'head',
    /^(?:CMD-LOG-LINE-BEGIN )?\d{1,7} [:|] \d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [:|] [A-Z]{4,8} [:|] [\w.]{1,80} [:|] /,
  ),
  of(
    'extension',
    'head',
    /^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d )?(?:ERROR:|WARNING:)?\[(?:Microsoft\.[\w.]{1,80}|AzureDiskEncryption(?:ForLinux)?)-\d[\d.]{0,24}\](?::? )?:?(?:\d{1,7}: ?(?:\[?(?:Info|Warn|Warning|Error|error)\]? )?)?/,
  ),
  of(
    'console',
    'head',
    /^\[AzureDiskEncryption\] {0,4}(?:\d{1,10} {0,4}: ?)?(?:\[(?:Info|Warn|Warning|Error|error)\] )?/,
  ),
  of(
    'windows-agent',
    'head',
    /^\[\d{8}\] (?:\[\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d\.\d\d\]|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) \[[A-Z]{4,7}\] {1,2}/,
  ),
  of('status-report', 'head', /^\[StatusReport \(-?\d{1,6}\)\] (?:op|status|code|msg|substatus) ?: ?/),
  of('exit-line', 'head', /^Exited with message /),
  of(
    'status-of-2016',
    'head',
    /^(?:Install|Enable|Disable|Update|Uninstall|Daemon|EnableEncryption),(?:success|transitioning|error),-?\d{1,4},/,
  ),
  of('agent-event', 'head', /^Event: name=[\w.-]{1,160}, op=\w{1,40}, message=/),
  of('agent-error', 'head', /^\[[A-Za-z]{3,40}Error\] (?!Non-zero)/),
  of('extension-continued', 'continuation', /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?: |$)/),
  // https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/Utils/HandlerUtil.py#L493
  of('process', 'head', /^\d{1,10} {0,2}: {0,2}\[(?:Info|Warn|Warning|Error|error)\] /),
  of('program', 'head', /^ ?[a-z(][\w().@-]{1,48}\[\d{1,7}\]: /),
  of(
    'time',
    'head',
    /^\[?\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|GMT|JST|CES?T|[ECMP][SD]T)\b| ?[+-]\d\d:?\d\d\b)?\]?[ :]{0,3}/,
  ),
  of(
    'time',
    'head',
    /^\[?\d{1,2}[/.]\d{1,2}[/.]\d{4},? \d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?[AP]M)?(?: (?:UTC|GMT)\b)?\]?(?: -)?[ :]{1,3}(?=\S)/,
  ),
  // Of syslog without its program: a host, too, where the message begins behind it.
  of(
    'time',
    'head',
    /^\[?[A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d(?: \d{4})?\]? (?:(?!not? |never )[a-z][\w.-]{0,63} (?=[A-Z]))?(?=\S)/,
  ),
  of(
    'time',
    'head',
    /^(?:\[\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?[AP]M)?\]|\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?)(?: -)?[ :]{1,3}(?=[A-Z[])/,
  ),
  of(
    'level',
    'head',
    /^(?:\[?(?:INFO|VERBOSE|DEBUG|WARN|WARNING|ERROR|CRITICAL)\]?: {0,4}|\[?(?:INFO|VERBOSE|DEBUG|WARN|WARNING|ERROR|CRITICAL)\]? {1,4}(?:\(\d{1,3}\):(?: |$)|(?=\S))|\[(?:Info|Warn|Warning|Error)\] {1,4}|az: (?:error|warning|ERROR|WARNING): {1,4}|(?:\u8B66\u544A|\u8A73\u7D30|\u30C7\u30D0\u30C3\u30B0): {0,2})/,
  ),
  of('az-debug', 'head', /^(?:cli|azure|msal|msrest|urllib3|knack)(?:\.\w{1,40}){1,8}: /),
  of('xplat', 'head', /^(?:(?:info|warn|error|data|help): {3,4}|verbose: )/),
  of('deployment-clock', 'head', /^\d{1,2}:\d\d:\d\d(?: [AP]M)? - /),
  of('cmdlet', 'head', /^(?:[A-Z][a-z]{2,12}-Az(?!(?:ure)?KeyVault)[A-Za-z]{2,60}|New-AzureRm[A-Za-z]{2,60}) {0,2}: ?/),
  of('old-deployment', 'head', /^Deployment failed\.(?: Correlation ID: [0-9A-Fa-f-]{36}\.)? /),
  of('code-head', 'head', /^\([A-Z][A-Za-z0-9]{2,80}\) /),
  of('sdk-label', 'head', /^\t{0,6}(?:Code|Error Code|Message|Target|Azure Error|Exception Details|Status Message): ?/),
  of(
    'record-field',
    'head',
    /^(?:ErrorCode|ErrorMessage|ErrorTarget|StartTime|EndTime|OperationID|StatusCode|ReasonPhrase|Error message|ProgressMessage {0,20}) ?: ?(?:"(?=[^"\n]{1,4000}$))?/,
  ),
  of('ansible', 'head', /^fatal: \[[^\]\n]{1,120}\]: FAILED! => /),
  // Words before a quoted text: `The status is now: …`. Not where the sentence negates it.
  of(
    'spoken',
    'outer',
    /^(?![^:\n]{0,100}\b(?:not|never|no|cannot|without|neither|nor)\b)(?:[A-Za-z]{1,12} ){0,7}(?:(?:status|message)(?: [a-z]{1,8}){0,2} (?:is|was|now)|says|say|said|shows|showed|reads): {1,3}(?=\S)/,
  ),
  of('list', 'outer', /^[ \t]{0,8}(?:[*\u2022]|-(?= )|\d{1,2}[.)]{1,2}(?= ))[ \t]{1,4}/),
]
