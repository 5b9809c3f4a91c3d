/** Names of fields and of levels that also stand before a message and a colon. */
const labels =
  /^(?:message|msg|status|state|error|code|info|warn|warning|debug|exception|output|result|detail|reason|summary|title|text|log|stdout|stderr|note|hint|before|after|old|new|now|then|first|second|third|last|yesterday|today|step|os|data|type|kind|substatus|portal|cli|powershell)s?\d*$/i
const fields = /[a-z](?:Message|Status|State|Code|Error|Result|Output|Reason|Detail)s?$/

/** The kind of an exception, and the cmdlet that reports it. */
const faults = /[a-z](?:Exception|Fault|Warning)$|^[A-Z][a-z]{2,12}-Az[A-Z]/

/** The name of a VM before a colon at the start of a line, and what follows it; `null` for any other line. */
export function machineNameOf(line: string): { readonly name: string; readonly rest: string } | null {
  const [, name, rest] =
    /^[ \t]{0,8}([A-Za-z][\w-]{1,62}(?:\.[\w-]{1,62}){0,4})[ \t]{0,8}:[ \t]{1,8}(\S.{0,4000})$/.exec(
      line.slice(0, 4_200),
    ) ?? []
  if (name === undefined || rest === undefined || [labels, fields, faults].some((each) => each.test(name))) return null
  return { name: name.toLowerCase(), rest: rest.trim() }
}
