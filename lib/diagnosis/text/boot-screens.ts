import { catalogue } from '@/lib/messages/catalogue'
import { linesOf } from '@/lib/messages/normalise/clean'
import type { ReadMessage } from '@/lib/messages/normalise/read-messages'
import { recogniseText } from '@/lib/messages/normalise/recognise-text'
import { stripLine } from '@/lib/messages/normalise/strip'
import type { MessageKind } from '@/lib/messages/types'
import { isBootScreen } from '../steps/boot-check'
import { timeOfLine, type LineTime } from './line-time'

/**
 * Lines that only a started system writes: the prompt of a login, the target of systemd, `/` on the encrypted mapping.
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.special.html
 */
const startedLines: readonly RegExp[] = [
  /^[\w.-]{1,64} login:(?:\s|$)/,
  /^Last login: /,
  /\bReached target (?:[\w@.-]{1,40} - )?(?:Multi-User System|Graphical Interface)\b/,
  /^[\s\u2500-\u257F|`-]{0,20}osencrypt\s.{0,120}\scrypt\s{1,40}\/\s{0,20}$/,
  /^\/dev\/mapper\/osencrypt (?:on )?\/ /,
]
/** Words of a person who saw that Windows started; not a question, a condition or a denial. */
const windowsStarted = /\bWindows (?:has )?started\b(?!\s*\?| in recovery| repair)|Windows が起動しました/
const notSure = /\b(?:not|never|whether|if|unless|until|when|before|after)\b/i

const marksOfStart = /login|Reached target|osencrypt|Windows/
const marksOfScreen =
  /passphrase|password|unlock|does not exist|root|boot|rescue|error: |BASH|recovery|BitLocker|回復|Timed out|Dependency failed|emergency|0xc0210000|osencrypt|azure_bek_disk|cryptsetup|crypto tfm|panic|BusyBox|init found|sulogin|fsck|start job|Wiederherstellungs|récupération|recuperación/i

function tellsOfStart(raw: string): boolean {
  const line = raw.slice(0, 400)
  if (!marksOfStart.test(line)) return false
  const { text } = stripLine(line)
  if ([line.trim(), text].some((each) => startedLines.some((started) => started.test(each)))) return true
  const words = windowsStarted.exec(line)
  const before = words === null ? '' : (line.slice(0, words.index).split('.').at(-1) ?? '')
  return words !== null && !notSure.test(before)
}

function isScreen(raw: string): boolean {
  const line = raw.slice(0, 2_000)
  return marksOfScreen.test(line) && isBootScreen(recogniseText(stripLine(line).text).kind)
}

/** Whether the start, where both have comparable times, is not the older of the two. */
function follows(start: LineTime | null, screen: LineTime | null): boolean {
  return start === null || screen === null || start.clock !== screen.clock || start.value >= screen.value
}

/**
 * The boot screens of a text behind the last of which a line shows that the system started: what they ask for was
 * answered.
 * @param known the messages of the text, with the numbers of their lines
 */
export function answeredScreens(text: string, known: readonly ReadMessage[]): ReadonlySet<ReadMessage> {
  const screens = known.filter(({ kind }) => isBootScreen(kind))
  const lines = screens.length === 0 ? [] : linesOf(text)
  // The same screen a second time is not a second message.
  const last = lines.findLastIndex(isScreen)
  const starts = lines.slice(last + 1).flatMap((raw) => (tellsOfStart(raw) ? [timeOfLine(raw)] : []))
  const isAnswered = ({ line, raw }: ReadMessage): boolean =>
    line <= last + 1 && starts.some((start) => follows(start, timeOfLine(raw)))
  return new Set(screens.filter(isAnswered))
}

/**
 * Whether a boot screen is the last that a text shows of the VM. Only a message of the extension, which a started system
 * runs, with a later time of the same clock ends it: the order of a text without times is only the order of pasting.
 * @param known the messages of the text without answered screens
 */
export function waitsAtBoot(known: readonly ReadMessage[]): boolean {
  const ofExtension = known.flatMap(({ kind, raw }) =>
    kind !== null && catalogue[kind].origin.endsWith('-extension') ? (timeOfLine(raw) ?? []) : [],
  )
  const isEnded = (time: LineTime | null): boolean =>
    time !== null && ofExtension.some(({ clock, value }) => clock === time.clock && value > time.value)
  return known.some(({ kind, raw }) => isBootScreen(kind) && !isEnded(timeOfLine(raw)))
}

/** Words of Azure and of its disk encryption, and of the virtual hardware below it. */
const azure =
  /azure|\bADE\b|waagent|osencrypt|Virtual[_ ]Disk|BEK[_ ]VOLUME|hv_vmbus|Hyper-V|cloudapp\.net|serial console|rootvg/i
const physicalComputer =
  /\b(?:my|his|her) (?:\w+ ){0,2}(?:phones?|tablets?|iPads?|NAS|printers?|cameras?|PCs?|computers?)\b|\b(?:new|old) (?:Dell|HP|Lenovo|Acer|Asus)\b|\bUSB sticks?\b|スマホ|スマートフォン|タブレット|(?:私|自分|家|うち)の(?:PC|パソコン)|\b(?:laptops?|notebooks?|netbooks?|Raspberry Pi|ThinkPad|MacBook|Surface (?:laptop|pro|book|go)|bare[- ]metal)\b|ノートパソコン|ノート ?PC|自宅の ?PC/i
/** ADE names its mapping osencrypt; images of RHEL with LVM name their root rootvg. */
const otherMapping = /\/dev\/mapper\/(?!osencrypt\b|rootvg)[\w.-]{1,100} does not exist/

/** Lines that any Linux writes. */
const ofAnyLinux: readonly MessageKind[] = [
  'linux-log-no-space',
  'linux-log-package-lock',
  'guest-mount-locked',
  'guest-key-refused',
  'guest-mapping-in-use',
  'guest-xfs-uuid-twice',
]

/**
 * The boot screens, and lines of any Linux, that can be of a computer outside Azure: the text names such a computer, or the screen a mapping that
 * ADE does not create, and nothing else in the text is of Azure. Every encrypted computer shows such screens.
 */
export function screensOutsideAzure(text: string, known: readonly ReadMessage[]): ReadonlySet<ReadMessage> {
  const isShared = (kind: MessageKind): boolean => isBootScreen(kind) || ofAnyLinux.includes(kind)
  const screens = known.filter(({ kind }) => kind !== null && isShared(kind))
  const isOfAzure = (): boolean =>
    known.some(({ kind }) => kind !== null && !isShared(kind) && catalogue[kind].origin !== 'guest') || azure.test(text)
  if (screens.length === 0 || isOfAzure()) return new Set()
  const isPhysical = physicalComputer.test(text)
  return new Set(screens.filter(({ raw, text: own }) => isPhysical || otherMapping.test(`${raw}\n${own}`)))
}
