/** Which alternatives of a pattern are written out: the first, to quote a text; all, to search for its words. */
export type Alternatives = 'first' | 'all'

const gap = '…'
const quantifier = /^(?:([*?])|(\+)|\{(\d+)(?:,\d*)?\})\??/

interface Place {
  readonly source: string
  at: number
}

/** One letter in its two cases is that letter; any other class of characters is a gap. */
function ofClass(content: string): string {
  const letters = new Set(content.toLowerCase())
  return /^[a-z]{1,2}$/i.test(content) && letters.size === 1 ? content.charAt(0) : gap
}

function ofEscape(character: string): string {
  if (/[bB]/.test(character)) return ''
  if (/[snrt]/.test(character)) return ' '
  return /[a-zA-Z]/.test(character) ? gap : character
}

/** The text of a group, whose opening parenthesis is read. An assertion contributes none. */
function ofGroup(place: Place, alternatives: Alternatives): string {
  const mark = /^\?(?:<?[=!]|:|<\w+>)/.exec(place.source.slice(place.at))?.[0] ?? ''
  place.at += mark.length
  const text = ofAlternatives(place, alternatives)
  place.at += 1
  return /[=!]$/.test(mark) ? '' : text
}

function ofAtom(place: Place, alternatives: Alternatives): string {
  const character = place.source.charAt(place.at)
  place.at += 1
  switch (character) {
    case '(':
      return ofGroup(place, alternatives)
    case '[': {
      const content = /^(?:\\.|[^\]\\])*/.exec(place.source.slice(place.at))?.[0] ?? ''
      place.at += content.length + 1
      return ofClass(content)
    }
    case '\\':
      place.at += 1
      return ofEscape(place.source.charAt(place.at - 1))
    case '.':
      return gap
    case '^':
    case '$':
      return ''
    default:
      return character
  }
}

function ofSequence(place: Place, alternatives: Alternatives): string {
  let text = ''
  while (place.at < place.source.length && !'|)'.includes(place.source.charAt(place.at))) {
    const atom = ofAtom(place, alternatives)
    const repeated = quantifier.exec(place.source.slice(place.at))
    place.at += repeated?.[0].length ?? 0
    const isOptional = repeated?.[1] !== undefined || repeated?.[3] === '0'
    text += !isOptional || atom === gap ? atom : alternatives === 'all' ? ` ${atom} ` : atom === ' ' ? ' ' : ''
  }
  return text
}

function ofAlternatives(place: Place, alternatives: Alternatives): string {
  const texts = [ofSequence(place, alternatives)]
  while (place.source.charAt(place.at) === '|') {
    place.at += 1
    texts.push(ofSequence(place, alternatives))
  }
  return alternatives === 'all' ? texts.join(' ') : (texts.find((text) => text.trim() !== '') ?? '')
}

/**
 * The constant text of a pattern of the catalogue, as a user would recognise it: variable parts are gaps ("…"), parts
 * that may be absent are left out.
 */
export function literalText(pattern: RegExp, alternatives: Alternatives): string {
  const place = { source: pattern.source, at: 0 }
  const text = ofAlternatives(place, alternatives)
  return text
    .replace(/…[…\s]*/g, '… ')
    .replace(/\s+/g, ' ')
    .replace(/… (?=["'\])/.,;:%])/g, '…')
    .trim()
}
