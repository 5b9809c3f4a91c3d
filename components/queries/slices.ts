/** Longest work at once: a click in between is still answered within one frame. */
const sliceMs = 8

/**
 * Ends the running task, so that the browser handles input and paints, and continues in a later one: after what already
 * waits to be rendered, where the browser can tell.
 */
function nextTask(): Promise<void> {
  // Safari has none: https://developer.mozilla.org/docs/Web/API/Scheduler/postTask
  if ('scheduler' in globalThis) return globalThis.scheduler.postTask(() => undefined, { priority: 'background' })
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}

/** Divides long work into slices between which the browser can handle input. */
export class Slices {
  #since = performance.now()

  /** Waits for the next task if the slice is used up; time that the work itself waited counts too. */
  async next(): Promise<void> {
    if (performance.now() - this.#since < sliceMs) return
    await nextTask()
    this.#since = performance.now()
  }
}
