import { seesNoBoot } from './boot-words'
import { partsOf } from './sentences'

/** A power state or a stop in a text that shows that the VM does not run. */
const off =
  /\bPowerState\/(?:deallocat|stopp)ed\b|\bVM (?:deallocat|stopp)ed\b|\b(?:VM|power|machine) ?(?:state|status) ?[:=] ?"?(?:deallocat|stopp)ed\b|\bStopped \(deallocated\)|(?<!\b(?:after|before|if|once|unless|until|when|while) (?:the |your )?)\b(?:VM|machine) (?:is|stays|was) (?:currently |now |already |still )?(?:deallocated|stopped|shut down|switched off|powered off)\b|VM ?は(?:現在)?(?:割り当て解除(?:済み|され)|停止(?:済み|して)|シャットダウンされ)|VM ?[:：]? ?(?:割り当て解除|停止)済み|停止済み ?\(割り当て解除/i
/** Azure starts or stops the VM: work in it can go on. 停止中 can mean either. */
const changing =
  /\bPowerState\/(?:starting|stopping|deallocating)\b|\bVM (?:is )?(?:starting|stopping|deallocating)\b|\b(?:VM|power|machine) ?(?:state|status) ?[:=] ?"?(?:starting|stopping|deallocating)\b|VM ?は(?:現在)?(?:起動|停止|割り当て解除)中/i

/** Whether a text shows that Azure is starting or stopping the VM. */
export const saysPowerChanges = (text: string): boolean => changing.test(text)

/** A command that ended; a command alone may not have run. */
const stopCommand = /\b(?:az vm (?:deallocate|stop)|Stop-AzVM)\b/i
const ended = /\b(?:finished|done|succeeded|completed)\b/i

/** Whether a text shows that the VM is off. */
export const saysOff = (text: string): boolean =>
  off.test(text) ||
  (stopCommand.test(text) && text.split('\n').some((line) => stopCommand.test(line) && ended.test(line)))

/** What a person or a screen tells of a start that failed; the name of the file or of the tool alone tells nothing. */
const noBoot =
  /\(initramfs\)|\binitramfs (?:prompt|shell)\b|\bgrub rescue\b|\bdracut:\/#|\bosencrypt"? (?:does not exist|is missing)\b|\b(?:VM|machine|system|server|it) (?:does|did|will|can|could|would)(?:n['’]t| ?not) (?:boot|come (?:back )?up)\b|\b(?:VM|machine|system|server|it) (?:is|was)(?:n['’]t| ?not) (?:re)?booting\b|\b(?:won['’]t|can['’]t) (?:boot|start|come (?:back )?up)\b|\b(?:stuck|hangs?|hanging|hung) (?:at|on|in|during) (?:the )?(?:boot|GRUB|dracut)\b|\b(?:no longer|never) boots\b|起動(?:し|でき)(?:ない|ません|なく)|(?:立ち|立)上が(?:らない|りません|らなく)|(?:立ち|立)?上がって(?:こ|き)(?:ない|ません)|ブート(?:し|でき)(?:ない|ません|なく)|(?<!(?:エージェント|サービス|拡張機能|処理|ジョブ|コマンド|プロセス|アプリ) ?の?)起動に失敗|再起動(?:したら|後|すると)[^。\n]{0,12}(?:固ま|止ま|フリーズ)|ブルースクリーン|入力画面で止ま|緊急モードに(?:入|な)|起動時に(?:パスフレーズ|パスワード|回復キー)[^。\n]{0,8}(?:求め|聞か|要求)/i

/** What starts: a machine or its system, or a name with a number. Of a service or a job, a start says nothing here. */
/** What stands before the name of a VM on which something else starts: `the service on vm1`. */
const notOn = String.raw`(?<!\b(?:on|in|of|for|inside) (?:the |our |my )?)`
const starter = String.raw`${notOn}\b(?:(?:OS|Windows|Linux|system) (?:on|in|of) (?:the |our |my )?)?(?:VMs?|machine|system|server|instance|host|node|guest|computer|OS|Windows|Linux|Ubuntu|Debian|RHEL|SUSE|SLES|CentOS|Red Hat|it|[a-z][\w.-]{0,40}\d[\w.-]{0,20}|[\w-]{0,30}(?:vm|srv|web|db)[\w-]{0,20})["'’]?`
const denies = String.raw`(?:does|did|will|would|can|could|is|was|has|had)(?: \w+){0,2}?(?:n['’]t| ?not| never| no longer)(?: \w+)?`
const starts = String.raw`(?:start|started|starting|come (?:back )?(?:up|online)|came (?:back )?(?:up|online)|coming (?:back )?up)\b(?! (?:\w*cryption|encrypt|decrypt|copy|the|any|a|it|with)\b)`
/** Of a person, it is a plan or a rule: `we did not boot it`. */
const boots = String.raw`(?:boot|booted|booting)\b(?! (?:the|a|it|your|our)\b)`
const failed = String.raw`(?:fail(?:s|ed|ing)?|unable|not able|refuses|refused) to`

/** The same in a person's words, in the present tense or about what lasts. */
const saysNoBoot = new RegExp(
  [
    String.raw`(?<!\b(?:we|I|you|they)(?: \w+)? )\b${denies} ${boots}`,
    String.raw`${starter} (?:just |still |now |then )?${denies} ${starts}`,
    String.raw`\b${failed} boot\b(?! (?:the|a|it|your|our)\b)`,
    String.raw`${starter} (?:is |was )?${failed} (?:start|come (?:back )?up)(?! (?:\w*cryption|encrypt|decrypt|copy|the)\b)`,
    String.raw`${starter} (?:no longer|never) (?:starts|started|comes|came)\b`,
    String.raw`\bnever (?:comes|came) back (?:up|online|after)\b`,
    String.raw`\bboot(?:ing)? (?:fails|failed|failure|problem)\b|\bboot[- ]?loop(?:s|ing)?\b|\bstopped booting\b|\b(?:keeps|constantly) rebooting\b`,
    String.raw`\basks? for (?:the |a )?(?:passphrase|password|recovery key) (?:at|on|during) (?:every |each )?(?:re)?(?:boot|start)`,
    String.raw`\bno login prompt after (?:the |a )?(?:reboot|restart|start)\b`,
    String.raw`\b(?:VM|Maschine|Server|System|Windows) (?:startet|bootet) nicht\b|\bfährt nicht (?:mehr )?hoch\b|\bne démarre (?:plus|pas)\b|\bno arranca\b`,
  ].join('|'),
  'i',
)

/** What only can be: a condition, a fear, a plan. */
const notSaid =
  /\b(?:if|in case|unless|whether|otherwise|so that|to prevent|might|may|could it|what happens)\b[^.;!\n]{0,80}$/i
/** It was so once, and the same sentence or the next one says that it is over. */
const past = /\b(?:did|could|would|was|had|failed|refused|unable|came)\b/i
const isOver =
  /^[^.;!\n]{0,80}\b(?:but|and|until|then|now|since)\b[^.;!\n]{0,40}\b(?:boots|starts|runs|booted|started|works|is up|is running|is back|came (?:back )?up)\b|^[^.;!\n]{0,80}[.;!] (?:Now it|It|Now) (?:now )?(?:boots|starts|runs|works|is up|is running|is back)\b/i

/** Whether the words of one line tell that the VM does not start. */
function saysInWords(line: string): boolean {
  const found = saysNoBoot.exec(line)
  if (found === null) return false
  const [words] = found
  if (notSaid.test(line.slice(Math.max(0, found.index - 120), found.index))) return false
  const behind = line.slice(found.index + words.length, found.index + words.length + 200)
  return !past.test(words) || !isOver.test(behind)
}

/**
 * Screens of Windows that found no system to start, or could not start it; the disk can be locked.
 * https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/boot-error-troubleshoot
 */
const noWindows =
  /\bINACCESSIBLE[_ ]BOOT[_ ]DEVICE\b|\bAutomatic Repair could(?:n['’]t| not) repair your PC\b|\boperating system (?:was(?:n['’]t| not)|not) found\b|\bBOOTMGR (?:is missing|image is corrupt|is compressed)\b|\bPreparing Automatic Repair\b|\b(?:0xc000000[ef]|0xc0000225|0xc000014c|BITLOCKER_FATAL_ERROR)\b|\bSTOP: 0x0{0,5}(?:120|7B)\b|\bChoose an option\s{1,8}(?:\S[^\n]{0,40}\s{1,8}){0,3}Troubleshoot\b|オプションの選択\s{1,8}(?:\S[^\n]{0,40}\s{1,8}){0,3}トラブルシューティング|\bOption auswählen\s{1,8}(?:\S[^\n]{0,40}\s{1,8}){0,3}Problembehandlung\b/i

/** Screens of the firmware that found no system on the disk, for any system, and of a root that could not be mounted. */
const noLoader =
  /\bNo bootable (?:device|option)\b|\bPXE-[EM]\d{2}\b|\bStart PXE over IPv[46]\b|\bXFS \(dm-\d{1,3}\): (?:log )?mount(?:\/recovery)? failed\b|\bselect proper boot device\b|\bboot loader did not load an operating system\b|\bThe boot loader failed\b/i

/** Every sentence of `saysNoBoot` contains one of these words. */
const bootWords = /boot|start|come|came|coming|hoch|marre|arranca/i

const restarted = /\bafter (?:the |a )?(?:reboot|restart)\b/i
const consoleIsEmpty = /\bserial console shows nothing\b/i

/** Whether a text shows that the VM did not start. */
export const bootFailedIn = (text: string): boolean =>
  noBoot.test(text) ||
  noWindows.test(text) ||
  noLoader.test(text) ||
  (bootWords.test(text) && text.split('\n').flatMap(partsOf).some(saysInWords)) ||
  text.split('\n').flatMap(partsOf).some(seesNoBoot) ||
  (consoleIsEmpty.test(text) && text.split('\n').some((line) => consoleIsEmpty.test(line) && restarted.test(line)))
