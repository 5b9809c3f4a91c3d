// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { usePageTitle } from './use-page-title'

afterEach(cleanup)

/** Changes of the title until nothing changes any more; at `most` the hook is unmounted, which ends an endless loop. */
async function changesUntilQuiet(most: number): Promise<number> {
  let changes = 0
  const observer = new MutationObserver((records) => {
    changes += records.length
    if (changes >= most) cleanup()
  })
  observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  for (let quiet = 0; quiet < 10 && changes < most;) {
    const before = changes
    // Observers are called in microtasks.
    await Promise.resolve()
    quiet = changes === before ? quiet + 1 : 0
  }
  observer.disconnect()
  return changes
}

test('a title that the browser shortens is written once', async () => {
  renderHook(() => usePageTitle('  vm-1 \n  of   two  '))
  document.title = 'Sealwatch'
  expect(await changesUntilQuiet(50)).toBeLessThan(5)
  expect(document.title).toBe('vm-1 of two')
})

test('a title that Next.js writes later is replaced', async () => {
  renderHook(() => usePageTitle('vm-1'))
  document.title = 'Sealwatch'
  await changesUntilQuiet(50)
  expect(document.title).toBe('vm-1')
})
