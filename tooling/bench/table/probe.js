/* global window, requestAnimationFrame */
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

  Object.assign(window, { tableProbe: { scroll, until } })
})()
