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
  /\(initramfs\)|\binitramfs (?:prompt|shell)\b|\bgrub rescue\b|\bdracut:\/#|\bosencrypt"? (?:does not exist|is missing)\b|\b(?:VM|machine|system|server|it) (?:does|did|will|can|could|would)(?:n['’]t| ?not) (?:boot|start|come (?:back )?up)\b|\b(?:VM|machine|system|server|it) (?:is|was)(?:n['’]t| ?not) (?:re)?booting\b|\b(?:won['’]t|can['’]t) (?:boot|start|come (?:back )?up)\b|\b(?:stuck|hangs?|hanging|hung) (?:at|on|in|during) (?:the )?boot\b|\b(?:no longer|never) boots\b|起動(?:し|でき)(?:ない|ません|なく)|(?:立ち|立)上が(?:らない|りません|らなく)|ブート(?:し|でき)(?:ない|ません|なく)/i

/**
 * Screens of Windows that found no system to start, or could not start it; the disk can be locked.
 * https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/boot-error-troubleshoot
 */
const noWindows =
  /\bINACCESSIBLE[_ ]BOOT[_ ]DEVICE\b|\bAutomatic Repair could(?:n['’]t| not) repair your PC\b|\boperating system (?:was(?:n['’]t| not)|not) found\b|\bBOOTMGR (?:is missing|image is corrupt|is compressed)\b/i

const restarted = /\bafter (?:the |a )?(?:reboot|restart)\b/i
const consoleIsEmpty = /\bserial console shows nothing\b/i

/** Whether a text shows that the VM did not start. */
export const bootFailedIn = (text: string): boolean =>
  noBoot.test(text) ||
  noWindows.test(text) ||
  (consoleIsEmpty.test(text) && text.split('\n').some((line) => consoleIsEmpty.test(line) && restarted.test(line)))
