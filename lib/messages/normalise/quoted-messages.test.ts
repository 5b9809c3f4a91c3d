import { describe, expect, it } from 'vitest'
import { withQuotedMessages } from './quoted-messages'

const started = 'OS disk encryption started'
const reboot = 'OS disk successfully encrypted, please reboot the VM'

describe('a message in a person’s words', () => {
  it.each([
    [`Status: ${started}`, started],
    [`We get this error: "${reboot}" since Monday`, reboot],
    [`エラー: ${reboot}`, reboot],
    [`ポータルに「${started}」と表示されます`, started],
    [`| Status | ${started} |`, started],
    [`vm1,rg1,${reboot}`, reboot],
    [`vm1\tfailed\t${started}\tyesterday`, started],
    [`The server does not boot, status: ${reboot}`, reboot],
  ])('is set apart: %s', (line, message) => {
    expect(withQuotedMessages(line)?.split('\n')[0]).toBe(message)
  })

  it('keeps the words around it, behind it, and the numbers of the lines', () => {
    const text = withQuotedMessages(`Hello\nThe server does not boot, status: ${started}\nThanks`)
    expect(text?.split('\n')).toEqual(['Hello', started, 'Thanks', '', 'The server does not boot, status:'])
  })

  it.each([
    `If it says "${started}", wait.`,
    `Wait until you see "${reboot}" there`,
    `It never showed "${started}"`,
    `We don't see: ${started}`,
    `「${started}」と表示された場合`,
    'Status: all is well in the west',
    Array.from({ length: 201 }, () => `Status: ${started}`).join('\n'),
  ])('is no report: %s', (text) => {
    expect(withQuotedMessages(text)).toBeNull()
  })
})
