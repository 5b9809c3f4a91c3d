declare global {
  // Epoch milliseconds of a file that is shown instead of Azure. Set once: on the server by its program, in the page by
  // its session.
  var sealwatchMoment: number | undefined
}

/** Whether a file is shown instead of Azure. */
export const showsFile = (): boolean => globalThis.sealwatchMoment !== undefined

/** Epoch milliseconds of now, or of the moment of the file that is shown: every reading and every age belongs to it. */
export function presentMilliseconds(): number {
  return globalThis.sealwatchMoment ?? Date.now()
}
