/* global window, requestAnimationFrame, PerformanceObserver */
/**
 * Runs inside the measured pages, the product's and AG Grid's. The benchmark adds it before the page's own scripts.
 * Plain JavaScript, because helpers that a compiler adds are undefined in the page.
 */
;(() => {
  const frame = () => new Promise((/** @type {(at: number) => void} */ resolve) => requestAnimationFrame(resolve))
  const patienceMs = 10_000
  /** After this time without its result, a click has missed. */
  const missedMs = 5_000

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

  /** When the last click or key was made. */
  let inputAt = 0
  for (const type of ['pointerdown', 'keydown'])
    window.addEventListener(type, ({ timeStamp }) => void (inputAt = timeStamp), { capture: true })
  let before = ''

  /**
   * Before a click or key: marks its kind in the trace and notes the state before its result.
   * @param {string} kind
   * @param {() => unknown} result
   * @param {() => Element | undefined | null} target
   * @returns the middle of what is to be clicked
   */
  const begin = async (kind, result, target) => {
    const since = performance.now()
    // Code that is loaded on first use, and rows that have not come yet.
    while (!target()) {
      if (performance.now() - since > patienceMs) throw new Error(`nothing to click: ${kind}`)
      await frame()
    }
    const { left, top, width, height } = /** @type {Element} */ (target()).getBoundingClientRect()
    before = String(result())
    performance.mark(kind)
    return { x: left + width / 2, y: top + height / 2 }
  }

  /**
   * Milliseconds from the last click or key to the frame with its result; null where it missed, because rows came
   * between the press and the release of the button.
   * @param {() => unknown} result
   */
  const shown = async (result) => {
    while (String(result()) === before) {
      if (performance.now() - inputAt > missedMs) return null
      await frame()
    }
    await frame()
    performance.mark('result')
    return performance.now() - inputAt
  }

  /** Milliseconds since 1970 of the frame with the first row. @type {Promise<number>} */
  const firstRow = new Promise((resolve) => {
    const find = () => {
      if (document.querySelector('[role=rowheader]') === null) return
      observer.disconnect()
      void frame().then((at) => resolve(performance.timeOrigin + at))
    }
    const observer = new MutationObserver(find)
    observer.observe(document, { childList: true, subtree: true })
  })

  Object.assign(window, { tableProbe: { scroll, until, begin, shown, firstRow } })
})()
