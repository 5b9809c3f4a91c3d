/* global window, requestAnimationFrame, PerformanceObserver */
/**
 * Runs inside the measured pages, the product's and AG Grid's. The benchmark adds it before the page's own scripts.
 * Plain JavaScript, because helpers that a compiler adds are undefined in the page.
 */
;(() => {
  const frame = () => new Promise((/** @type {(at: number) => void} */ resolve) => requestAnimationFrame(resolve))
  const patienceMs = 10_000

  /**
   * Milliseconds between frames while the element scrolls by this many pixels in each.
   * @param {Element} element
   * @param {number} steps
   * @param {number} pixels
   */
  const scroll = async (element, steps, pixels) => {
    element.scrollTop = 0
    for (let calm = 0; calm < 10; calm += 1) await frame()
    const between = []
    let last = await frame()
    for (let step = 0; step < steps; step += 1) {
      element.scrollTop += pixels
      const now = await frame()
      between.push(now - last)
      last = now
    }
    element.scrollTop = 0
    return between
  }

  /**
   * Milliseconds from an action to the second frame with its result.
   * @param {() => void} act
   * @param {() => boolean} isDone
   */
  const until = async (act, isDone) => {
    for (let calm = 0; calm < 10; calm += 1) await frame()
    const since = performance.now()
    act()
    while (!isDone()) {
      if (performance.now() - since > patienceMs) throw new Error('nothing happened')
      await frame()
    }
    await frame()
    return performance.now() - since
  }

  /** The longest event of each interaction, by its id. @type {Map<number, number>} */
  const slowest = new Map()
  const note = (/** @type {PerformanceObserverEntryList} */ list) => {
    for (const { interactionId, duration } of /** @type {PerformanceEventTiming[]} */ (list.getEntries()))
      if (interactionId > 0) slowest.set(interactionId, Math.max(duration, slowest.get(interactionId) ?? 0))
  }
  const observer = new PerformanceObserver(note)
  observer.observe({ type: 'event', durationThreshold: 16, buffered: true })

  /** Milliseconds of each click and key until the next painted frame, without those under 16 ms. */
  const interactions = async () => {
    await frame()
    await frame()
    return [...slowest.values()]
  }

  Object.assign(window, { tableProbe: { scroll, until, interactions } })
})()
