/** Replaces the block of a document between its two marks, `<!-- name -->` and `<!-- /name -->`. */
export function withBlock(document: string, name: string, block: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [document.indexOf(start), document.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`The document has no block ${name}`)
  return `${document.slice(0, from + start.length)}\n${block}\n${document.slice(to)}`
}
