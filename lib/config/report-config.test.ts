import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseReportConfig, reportConfig } from './report-config'

describe('the variables of reports', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('write none by default, and one a day where a folder is named', () => {
    expect(parseReportConfig({ SEALWATCH_REPORTS_HOURS: '2' })).toEqual({ ok: true, value: null })
    expect(parseReportConfig({ SEALWATCH_REPORTS_DIR: '/r' })).toEqual({
      ok: true,
      value: { folder: '/r', everyMs: 86_400_000, keep: 30, language: 'en' },
    })
  })

  it('are named where they are wrong', () => {
    const parsed = parseReportConfig({
      SEALWATCH_REPORTS_DIR: '/r',
      SEALWATCH_REPORTS_HOURS: '0',
      SEALWATCH_REPORTS_KEEP: '-1',
      SEALWATCH_REPORTS_LANGUAGE: 'fr',
    })
    expect(parsed.ok ? [] : parsed.failure.map(({ variable }) => variable)).toEqual([
      'SEALWATCH_REPORTS_HOURS',
      'SEALWATCH_REPORTS_KEEP',
      'SEALWATCH_REPORTS_LANGUAGE',
    ])
  })

  it('need a folder in which files can be written, at the start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwatch-reports-'))
    vi.stubEnv('SEALWATCH_REPORTS_DIR', folder)
    expect(reportConfig()?.folder).toBe(folder)
    rmSync(folder, { recursive: true })
    expect(() => reportConfig()).toThrow(
      'SEALWATCH_REPORTS_DIR: must be a folder in which files can be written (ENOENT)',
    )
  })
})
