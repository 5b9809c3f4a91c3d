/** Parts of a longer text overlap, so that no words that belong together are read apart. */
const longest = 300
const overlap = 120

/** A text in overlapping parts of at most 300 characters. */
export function partsOf(text: string): readonly string[] {
  if (text.length <= longest) return [text]
  const count = Math.ceil((text.length - overlap) / (longest - overlap))
  return Array.from({ length: count }, (_, at) => {
    const start = at * (longest - overlap)
    return text.slice(start, start + longest)
  })
}

/** The sentences of a line with the marks that end them, however long it is. A longer one is read in parts. */
export const sentencesOf = (line: string): readonly string[] =>
  line
    .split(/(?<=[.!?])(?=\s|$)|(?<=[。！？])/)
    .flatMap(partsOf)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
