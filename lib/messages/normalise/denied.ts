/** How far behind a known text, and before it, words that deny it are looked for. */
const window = 160

/** English words behind a message that say that it did not come, or comes no more. */
const behind =
  /\b(?:(?:did|does|do|has|have)(?:n['’]t| not)|never) (?:come|came|appear(?:ed)?|occur(?:red)?|happen(?:ed)?|shown? up|return(?:ed)?|been (?:seen|shown))(?: up)? (?:any ?more|again|this time|today|now|since|back|so far)\b|\bno longer (?:comes?|appears?|occurs?|happens?|shows? up|shown|seen|returns?|there)\b|\b(?:error|message|it|this|that|which) (?:is (?:now )?gone|went away|has (?:gone|disappeared)|disappeared)\b/i
/** The same before a message. */
const before =
  /^(?:\S{1,40} ){0,8}?(?:(?:had|has|have|got|see|saw|is|was) no(?: more)?|no longer (?:get|gets|have|has|see|sees|shows?)|without(?: the)?)(?: error| message)?:? ?["'“‘`]?(?=[A-Z[])/
const japanese =
  /(?:出なく|出てこなく|表示されなく|発生しなく|起きなく|起こらなく)な(?:っ|り)|(?:今回|現在|今|もう|今日)は?[^。\n]{0,20}(?:出(?:て(?:い)?)?ません|出(?:てい)?ない|出なかった|(?:表示され|発生し)(?:て(?:い)?)?(?:ません|ない|なかった))|(?:出|表示され|発生し)ませんでした|(?:エラー|メッセージ|これ)(?:は|が)(?:消え|なくなり|解消)/

/** Whether a text says of the known text in it that it did not come: then it tells of no failure. */
export function isDenied(text: string): boolean {
  const end = text.slice(-window)
  return behind.test(end) || japanese.test(end) || before.test(text.slice(0, window))
}

/** Whether a line says so of the line above it. */
export const deniesAbove = (line: string): boolean =>
  /^(?:it|this|that|the (?:error|message)|これ|この|その|上の|上記)/i.test(line) && isDenied(line)
