let handed: File | null = null

/** Keeps a file for the page that shows it, which is opened next in the same document. */
export function handFile(file: File): void {
  handed = file
}

/** The file that was handed over, once. */
export function takeHandedFile(): File | null {
  const file = handed
  handed = null
  return file
}
