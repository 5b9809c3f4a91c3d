import { expect, it } from 'vitest'
import type { Step } from '@/lib/contract/troubleshoot'
import { currentStep } from './open-steps'

const cause = (steps: readonly Step['kind'][], alternatives: readonly Step['kind'][] = []) => ({
  steps: [...steps],
  alternatives: [...alternatives],
})
const after = (of: ReturnType<typeof cause>, ...done: readonly Step['kind'][]) =>
  currentStep(of, (kind) => done.includes(kind))

it('the current step is the first that is not done', () => {
  const of = cause(['show-agent', 'save-boot-log', 'ask-support'])
  expect(after(of)).toBe('show-agent')
  expect(after(of, 'show-agent')).toBe('save-boot-log')
  expect(after(of, 'save-boot-log')).toBe('show-agent')
  expect(after(of, 'show-agent', 'save-boot-log', 'ask-support')).toBeUndefined()
  expect(after(cause([]))).toBeUndefined()
})

it('a step and its alternatives are done together', () => {
  const of = cause(['show-agent', 'save-boot-log', 'ask-support', 'show-vault'], ['save-boot-log', 'ask-support'])
  expect(after(of)).toBe('show-agent')
  expect(after(of, 'show-agent')).toBe('show-vault')
  expect(after(of, 'ask-support')).toBe('show-vault')
  expect(after(of, 'ask-support', 'show-vault')).toBeUndefined()
})
