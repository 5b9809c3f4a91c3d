import { expect, people, test } from '../fixtures/test'
import { tour } from '../fixtures/tour'
import { literalTexts, ownTexts } from '../fixtures/visible-words'

/** Names of products and things that stay as they are in Japanese documentation, and units. */
const names = new Set(
  `Sealwatch Azure Microsoft Entra ADE ARM VM OS LUN KEK JSON PowerShell Linux Windows SSH Premium MB GiB EN Resource
  Ctrl Shift Home End CSV UTC ID az Manager Graph Key Vault Reader Owner User Access Administrator ubuntu westeurope`.split(/\s+/),
