// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { vmStates } from '@/lib/contract/codes'
import { StatePattern } from './state-pattern'

afterEach(cleanup)

it('is another one for each state, so that the bands of a chart differ without colours', () => {
  const drawn = vmStates.map((state) => {
    const { container } = render(
      <svg>
        <StatePattern id="p" state={state} />
      </svg>,
    )
    return container.querySelector('pattern')?.innerHTML
  })
  expect(new Set(drawn).size).toBe(vmStates.length)
})
