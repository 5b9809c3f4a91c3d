/** How long pieces are made before the page gets its turn, in milliseconds: less than a person notices. */
const sliceMs = 12

const pause = () => new Promise<void>((resolve) => setTimeout(resolve))

/**
 * Makes a file of pieces and lets the browser save it. Made where the rows are, in slices between which the page goes on:
 * to hand a hundred thousand rows to a worker copies all of them at once, which is the longest standstill there is.
 */
export async function saveFile(
  file: string,
  type: string,
  pieces: Iterable<string | Uint8Array<ArrayBuffer>>,
): Promise<void> {
  const parts: (string | Uint8Array<ArrayBuffer>)[] = []
  let began = performance.now()
  for (const piece of pieces) {
    parts.push(piece)
    if (performance.now() - began < sliceMs) continue
    await pause()
    began = performance.now()
  }
  const url = URL.createObjectURL(new Blob(parts, { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  URL.revokeObjectURL(url)
}
