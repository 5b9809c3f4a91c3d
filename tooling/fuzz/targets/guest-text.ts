import assert from 'node:assert/strict'
import { readInside } from '@/lib/diagnosis/inside/read-inside'
import { messageTargets } from '@/lib/messages/entry'
import { matchStatusMessage, matchText } from '@/lib/messages/match'
import { messageLinesLimit, messagesLimit } from '@/lib/messages/normalise/read-messages'
import { redact } from '@/lib/messages/report/redact'
import { samples } from '@/lib/messages/testing/samples'
import { csvLine } from '@/lib/views/csv'
import type { Target } from '../target'

const secrets = {
  address: '203.0.113.77',
  guid: 'deadbeef-0000-4000-8000-0000000000ff',
  mail: 'jane.doe@canary.example',
  vault: 'https://kv-canary.vault.azure.net/secrets/a/0123456789abcdef0123456789abcdef',
}

function checkMessage(text: string): void {
  for (const osType of ['Linux', 'Windows', null]) {
    const status = {
      message: text,
      displayStatus: text.slice(0, 40),
      level: 'Error',
      code: null,
      osType,
      pass: null,
    } as const
    const { percent } = matchStatusMessage(status)
    assert.ok(percent === null || (percent >= 0 && percent <= 100), 'a percentage')
  }
  for (const target of messageTargets) matchText(target, text)
}

/** A secret in a message never reaches a report, with any text around it. */
function checkRedacted(text: string): void {
  for (const [kind, secret] of Object.entries(secrets)) {
    const shown = redact(`${text}\n${secret}\n${text}`, ['vm-canary']).text
    assert.ok(!shown.includes(secret), `${kind} is taken out`)
  }
  assert.ok(!redact(`${text} vm-canary ${text}`, ['vm-canary']).text.includes('vm-canary'), 'names are taken out')
}

function checkLog(text: string): void {
  const read = readInside(text, 'pasted')
  assert.ok(read.lines.length <= 300, 'a bounded number of lines')
  const isLong = text.length > messagesLimit || text.split(/\r\n|\n|\r/).length > messageLinesLimit
  assert.equal(read.cut, isLong, 'a cut is reported')
  for (const line of read.lines) {
    assert.ok(text.includes(line.text), 'a line is shown unchanged')
    assert.ok(line.at === null || !Number.isNaN(Date.parse(line.at)), 'a time')
    assert.ok(line.line >= 1)
  }
}

function checkCell(text: string): void {
  assert.doesNotMatch(
    csvLine([text]).replace(/\r\n$/, ''),
    /^"?[=+\-@＝＋－＠\t\r]/,
    'no cell begins what a spreadsheet runs',
  )
}

/** Texts of a guest: status messages, sub-statuses, serial console, logs. */
export const target: Target = {
  bodies: () => [],
  texts: [
    ...Object.values(samples),
    '2026-11-24 05:06:07 [Info] [AzureDiskEncryptionForLinux] OSEncryptionStateMachine: machine state: stripdown',
    '\u001b[0;1;31m[  OK  ]\u001b[0m Started\r\n[    0.000000] Linux version',
    '=HYPERLINK("http://evil.test")',
  ],
  words: [
    'machine state: ',
    'Encryption failed',
    ' with error: ',
    '%',
    '\u001b[0m',
    '2026-11-24 05:06:07',
    '<img src=x>',
    '{"os":"',
    '/secrets/',
  ],
  check(text) {
    checkMessage(text)
    checkRedacted(text)
    checkLog(text)
    checkCell(text)
  },
}
