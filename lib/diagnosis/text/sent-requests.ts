/** A command that sends a request of disk encryption. */
const anyCommand =
  /\baz vm(?:ss)? encryption (?:enable|disable)\b|\b(?:Set|Disable)-Az(?:RM|ureRM)?VM(?:ss)?DiskEncryption(?:Extension)?\b/i
const toDecrypt = /\baz vm(?:ss)? encryption disable\b|\bDisable-Az(?:RM|ureRM)?VM(?:ss)?DiskEncryption\b/i

/** Such a command at the prompt of a shell, or alone on its line. */
const typed =
  /^[ \t]{0,8}(?:(?:PS[^>\n]{0,120}>|[\w.@:~/[\] -]{0,120}[$#]|>)[ \t]{0,4})?(?:az vm(?:ss)? encryption (?:enable|disable)|(?:Set|Disable)-Az(?:RM|ureRM)?VM(?:ss)?DiskEncryption(?:Extension)?)[ \t]{1,8}-/i
const continues = /[\\`^]\s{0,4}$/

/** Words of a person about a command that was sent; an instruction or a plan has another form. */
const sentBefore =
  /\b(?:(?:we|I|they|he|she|colleague|admin|team|who|someone|pipeline|script|job)(?: (?:have|has|had|just|already|now|also|then|only)){0,3}|['’]ve(?: just)?|have|has|was|were|just) (?:ran|run|executed|issued|sent|started|typed|launched|called|triggered|entered)\b[^?\n]{0,80}$/i
const sentBehind =
  /^\S{0,80}(?: [^\s.;?]{1,60}){0,8}? (?:was|were|has been|got) (?:just |already |only )?(?:run|executed|issued|sent|started|launched|called|triggered)\b/i
const sentInJapanese = /^[^。\n]{0,60}(?:実行|送信|開始)し(?:た|まし|てい|て、)/
const notSent = /\b(?:not|never|if|before|whether|should|would|until|when|to)\b[^.;\n]{0,40}$|n['’]t\b[^.;\n]{0,40}$/i
/** What ended, in the sentence or the next words. */
const ended =
  /\b(?:finish(?:ed|es)?|done|ended|succeeded|successful(?:ly)?|completed?|fail(?:ed|s|ure)?|returned|errors?|refused|rejected|cancell?ed|aborted)\b|完了|終わ|終了|失敗|成功|エラー|中止/i

/** A command at a prompt with nothing directly below it: its result is not shown. */
const isTypedLast = (lines: readonly string[], at: number): boolean => {
  if (!typed.test((lines[at] ?? '').slice(0, 400))) return false
  let last = at
  while (continues.test((lines[last] ?? '').slice(-20)) && last < lines.length - 1) last += 1
  return (lines[last + 1] ?? '').trim() === ''
}

function isSaidSent(full: string): boolean {
  const line = full.slice(0, 800)
  const found = toDecrypt.exec(line)
  if (found === null) return false
  const [before, behind] = [line.slice(0, found.index), line.slice(found.index + found[0].length)]
  const above = before.slice(-160)
  if (ended.test(behind) || /^[^.!\n]{0,200}\?/.test(behind)) return false
  const isSaid = sentBefore.test(above) && !notSent.test(above)
  return isSaid || sentBehind.test(behind) || sentInJapanese.test(behind)
}

/**
 * Whether a text shows a request of disk encryption that was sent, and not its end: a command at the prompt without an
 * output, or the words of a person about one that decrypts. What it began can still be going on.
 * https://learn.microsoft.com/cli/azure/vm/encryption
 * https://learn.microsoft.com/powershell/module/az.compute/disable-azvmdiskencryption
 */
export function showsSentRequest(text: string): boolean {
  if (!anyCommand.test(text)) return false
  const lines = text.slice(-1_000_000).split('\n')
  return lines.some((line, at) => anyCommand.test(line) && (isTypedLast(lines, at) || isSaidSent(line)))
}
