/** Time in milliseconds for making pieces before the page can respond: too short for a user to notice. */
const sliceMs = 12

const pause = () => new Promise<void>((resolve) => setTimeout(resolve))

/**
 * Builds a file from pieces and lets the browser save it. Runs on the main thread, in slices between which the page
 * stays responsive: sending a hundred thousand rows to a worker would copy all of them at once and block longest.
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
