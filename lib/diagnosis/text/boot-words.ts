/** What starts, or shows the start. */
const shower = String.raw`(?:it|(?:the )?(?:screen|console|boot|login)|VMs?|machine|system|server|Windows|Linux|BitLocker|[a-z][\w.-]{0,40}\d[\w.-]{0,20})`
const shell = String.raw`(?:initramfs|dracut|grub(?! ?(?:config|\.cfg|menu))|(?:emergency|rescue|maintenance) (?:mode|shell|prompt|console)|(?:Windows )?recovery (?:mode|screen|environment|console))`

/** What people see of a start that stopped, in the words that they use most. */
const seen = new RegExp(
  [
    String.raw`\b(?:VMs?|machine|server|system|[a-z][\w.-]{0,40}\d[\w.-]{0,20}) (?:still )?not (?:re)?(?:booting|starting up|coming (?:back )?up)\b`,
    String.raw`\bkernel panic\b`,
    String.raw`\b${shower} (?:\w+ )?(?:asks?|asking|asked|prompts?|prompting|waits?|waiting) (?:me |us )?for (?:the |a |its )?(?:\w+ )?(?:passphrase|recovery key)\b`,
    String.raw`\b(?:stuck|hangs?|hanging|hung|waits|waiting|stops|stopped|sits) (?:at|on|in|during) (?:the |a )?(?:(?:passphrase|password|recovery(?: key)?|BitLocker|LUKS|unlock) (?:prompt|screen)|start-?up|restart|reboot)\b`,
    String.raw`\b(?:screenshot|screen|shows?|showing|see|seeing|boot diag\w{0,9}|console)\b[^.;\n]{0,40}\bBitLocker recovery\b(?! (?:key|password|info))`,
    String.raw`\bBitLocker recovery (?:screen|prompt|page|console)\b`,
    String.raw`\bblue ?screen(?:s|ed)?\b|\bBSOD\b|\b0xc000021a\b|\bblack screen (?:after|since|on|at|instead)\b`,
    String.raw`\b(?:drops?|dropped|dropping|lands?|landed|goes|went|boots?|booted|booting|falls?|fell|stuck|ends? up|ended up|sits?) (?:me |us |back )?(?:in|into|to|at) (?:the |an? )?${shell}`,
    String.raw`\b(?:reboot|restart)[- ]?loop`,
    String.raw`\bcrash(?:es|ed|ing)? (?:during|on|at|in|while) (?:the |every |each )?(?:re)?(?:boot|start)`,
    String.raw`\b(?:VM|Maschine|Server|System|Windows) (?:startet|bootet) (?:[^\s.,;]{1,30} ){1,4}nicht\b`,
    '(?:虚拟机|VM) ?(?:无法|不能)(?:启动|引导)',
  ].join('|'),
  'i',
)
const marks =
  /boot|panic|passphrase|recovery|screen|BSOD|0xc000021a|initramfs|dracut|grub|emergency|rescue|maintenance|loop|crash|hung|hang|stuck|waiting|stopped|starting|coming|startet|启动|引导/i

/** The same in Japanese. */
const seenInJapanese =
  /(?:リブート|再起動|起動)(?:後|すると|したら|のたび|時)[、に]{0,2}[^。、\n]{0,12}(?:パスフレーズ|パスワード|回復キー)[^。\n]{0,8}(?:求め|聞か|要求)|BitLocker ?の?回復(?:画面|コンソール)|回復キーを(?:求め|聞か|要求)|(?:リブート|再起動)(?:後|したら|してから)[^。\n]{0,12}(?:接続でき(?:な|ま)|つながら|繋がら|黒い画面|真っ黒)|スクリーンショット[^。\n]{0,8}(?:真っ黒|ブルー|回復)/

const notSeen =
  /\b(?:no|not|never|without|if|in case|unless|whether|otherwise|to (?:prevent|avoid)|might|may|could|what happens|like|such as)\b[^.;!\n]{0,40}$|n['’]t\b[^.;!\n]{0,30}$/i
const isOver =
  /^[^.;!\n]{0,80}\b(?:but|and|until|then|now|since|is|was)\b[^.;!\n]{0,40}\b(?:boots|starts|runs|works|fixed|solved|gone|is up|is running|is back|came (?:back )?up)\b|^[^。\n]{0,20}(?:ません|なかった|ない)/i

/** Whether a sentence tells of a start that stopped, by what was seen. Takes parts of at most 300 characters. */
export function seesNoBoot(part: string): boolean {
  if (seenInJapanese.test(part)) return true
  if (!marks.test(part)) return false
  const found = seen.exec(part)
  if (found === null) return false
  const behind = part.slice(found.index + found[0].length)
  return !notSeen.test(part.slice(Math.max(0, found.index - 80), found.index)) && !isOver.test(behind)
}
