/** Characters of base64, in both alphabets, and of hexadecimal numbers. */
const run = /[A-Za-z0-9+/_-]{16,}={0,2}/g
const padded = /={1,2}$/
const hexNumber = /[0-9a-f]{16}/i

/** Joined words: `BitlockerFailedToSendEncryptionSettingsException`, `RHEL81EncryptionStateMachine`. */
const joinedWords =
  /^[A-Z]{0,5}\d{0,4}(?:[A-Z]?[a-z]{2,}\d{0,4})?(?:[A-Z][a-z]{2,}|As|At|Az|By|Id|In|Is|Of|On|To|OS|VM)*\d{0,4}$/
/** `RUNTIME_E_KEYVAULT_SET_SECRET_FAILED`. */
const capitals = /^[A-Z0-9]{1,24}(?:[_-][A-Z0-9]{1,24})*$/
/** `inject_luks_header`, `ubuntu_2004`. */
const smallLetters = /^[a-z0-9]{1,24}(?:[_-][a-z0-9]{1,24})*$/

const shortest = 20
const longestPart = 80

function digits(text: string): number {
  return text.replace(/\D/g, '').length
}

/** A readable name: a word, several joined, or letters of one case with few digits. */
function isMadeOfWords(part: string): boolean {
  if (part.length > longestPart) return false
  if (smallLetters.test(part)) return digits(part) <= 6 && part.length <= 40
  if (capitals.test(part)) return digits(part) <= 4
  return part.split(/[_-]/).every((word) => joinedWords.test(word))
}

function isKeyLike(text: string, next: string): boolean {
  if (digits(text) > 0 && hexNumber.test(text)) return true
  const body = text.replace(padded, '')
  const letters = body.replace(/[^A-Za-z0-9]/g, '').length
  if (letters < 12) return false
  if (body !== text && !/[A-Za-z0-9]/.test(next)) return true
  return body.length >= shortest && !body.split('/').every((part) => isMadeOfWords(part) || part === '')
}

/**
 * Finds text that may be a key: runs of base64 or hexadecimal characters, unless they consist of words like the names
 * of classes, files and folders. Returns offsets into the text, in order. Linear in the text.
 */
export function keyLikeRuns(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(run)]
    .map(({ 0: found, index }) => ({ found, start: index, end: index + found.length }))
    .filter(({ found, end }) => isKeyLike(found, text.charAt(end)))
    .map(({ start, end }) => ({ start, end }))
}
