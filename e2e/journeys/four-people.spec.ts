import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { askForLink } from '../support/mail'
import { leastFacts, sampleFile } from '../support/offers'
import { buyer, member, newcomer, unique } from '../support/people'
import { expect, test } from '../support/test'
import { askForChanges, decideEveryStandard, findAllMet, keepOwnEvidence, listRelease, openAssessment, recommendMet, standardsOf, takeOverFindings } from './assessor-steps'
import { answerEverything, goOn, stateFacts, submitRelease, type Answering } from './supplier-steps'

const facts = { ...leastFacts, careSettings: ['acute' as const], interfaces: ['fhir-r4' as const] }

/** The answers that take the shortest way through the DTAC of a product that is no medical device and holds no data about people. */
const shortestWay = { 'DTAC C1.1.1': 'no', 'DTAC C1.2': 'no', 'DTAC C2.2': 'no', 'DTAC C4.2': 'no', 'DTAC D1.4': 'no' }

async function signInByName(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in/people')
  await page.getByRole('button', { name: `Sign in as ${name}`, exact: true }).click()
  await expect(page).toHaveURL('/account')
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path())
}

async function downloaded(page: Page, link: ReturnType<Page['getByRole']>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return download
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a supplier proves a product, two people decide, and a trust finds it', async ({ openedAs }) => {
      test.setTimeout(15 * 60_000)
      const organisation = unique('Larkrise Health')
      const product = unique('Larkrise Letters')
      const capability = { name: unique('Capability statement'), visibility: 'Assessors only', file: 'capability-statement.json' }
      const sbom = { name: unique('Bill of materials'), visibility: 'Everybody', file: 'sbom.json' }
      const answering: Answering = {
        chosen: shortestWay,
        evidence: { 'FHIR-UKCORE 1.1': capability, 'PATCH 1.1': sbom, other: { name: unique('Certificates'), visibility: 'Assessors and NHS buyers', url: 'https://example.test/certificates' } },
        asked: [],
      }
      const [supplier, assessor, lead, reader] = [await openedAs(null), await openedAs(null), await openedAs(null), await openedAs(null)]

      await test.step('the supplier signs in, registers and adds a product', async () => {
        const { email } = await newcomer()
        await supplier.goto(await askForLink(supplier, email))
        await supplier.getByRole('button', { name: 'Sign in' }).click()
        await supplier.goto('/supplier/register')
        await supplier.getByLabel('Name of your organisation').fill(organisation)
        await supplier.getByLabel('Address', { exact: true }).fill('1 High Street\nLeeds')
        await supplier.getByLabel('Email address for buyers').fill(email)
        await goOn(supplier, () => supplier.getByRole('button', { name: 'Register' }).click())
        await supplier.getByRole('link', { name: 'Add a product' }).click()
        await supplier.getByLabel('Name of the product').fill(product)
        await supplier.getByLabel('What it is for, in a sentence').fill('Sends letters from a hospital to wherever they are awaited')
        await supplier.getByLabel('Release to be assessed').fill('2.1')
        await goOn(supplier, () => supplier.getByRole('button', { name: 'Add this product' }).click())
      })
      const release = supplier.url()

      await test.step('the supplier states its facts, claims capabilities and answers every question', async () => {
        await supplier.getByRole('link', { name: 'State the facts' }).click()
        await stateFacts(supplier, facts)
        await expect(supplier.getByRole('main')).toContainText('FHIR')
        await supplier.getByRole('main').getByRole('link', { name: 'Capabilities', exact: true }).click()
        await supplier.getByRole('checkbox').first().check()
        await goOn(supplier, () => supplier.getByRole('button', { name: 'Save' }).click())
        await answerEverything(supplier, answering)
        expect(answering.asked).toContain('DTAC C1.2.1')
        expect(answering.asked, 'what the answers skip is not asked').not.toContain('DTAC C1.2.2')
        expect(answering.asked.filter((one) => one.startsWith('FHIR-UKCORE'))).toHaveLength(9)
        await submitRelease(supplier)
      })

      const { name: assessorName } = await member('assessor', unique('Ada Assessor'))
      await test.step('the assessor judges it and asks for a change in one standard', async () => {
        await signInByName(assessor, assessorName)
        await openAssessment(assessor, product)
        const assessment = assessor.url()
        await assessor.getByRole('button', { name: 'Take this assessment' }).click()
        await expect(assessor.getByRole('button', { name: 'Take this assessment' })).toHaveCount(0)
        await expect(assessor.getByRole('main')).toContainText(assessorName)
        for (const standard of await standardsOf(assessor)) {
          await assessor.goto(standard)
          if (standard.endsWith('/FHIR-UKCORE')) {
            const file = await downloaded(assessor, assessor.getByRole('link', { name: capability.name }).first())
            expect(await bytesOf(file), 'the capability statement as it was sent').toEqual(readFileSync(sampleFile(capability.file)))
            await keepOwnEvidence(assessor, { criterion: '1.2', summary: 'We called the service together and read a document back.' })
          }
          if (standard.endsWith('/PATCH')) await askForChanges(assessor, '1.2 names no date. Say when you last checked.')
          else await findAllMet(assessor)
        }
        await assessor.goto(assessment)
        await assessor.getByRole('button', { name: 'Send the request to the supplier' }).click()
        await expect(assessor.getByRole('button', { name: 'Send the request to the supplier' })).toHaveCount(0)
      })

      await test.step('the supplier changes what was asked for, and nothing else', async () => {
        await supplier.goto(release)
        await expect(supplier.getByText('1.2 names no date')).toBeVisible()
        await supplier.goto(`${release}/standards/CE/1.1`)
        await expect(supplier.getByText('The assessor asked for no change in this standard')).toBeVisible()
        await supplier.goto(`${release}/standards/PATCH/1.2`)
        await supplier.getByLabel('Explanation (optional)').fill('Checked on 2 March 2026.')
        await goOn(supplier, () => supplier.getByRole('button', { name: 'Save and continue' }).click())
        await supplier.goto(`${release}/submit`)
        await submitRelease(supplier)
      })

      await test.step('the assessor takes over what has not changed, and recommends', async () => {
        await openAgain(assessor, product)
        let tookOver = 0
        for (const standard of await standardsOf(assessor)) {
          await assessor.goto(standard)
          if (await takeOverFindings(assessor)) tookOver++
          if (standard.endsWith('/PATCH')) {
            await expect(assessor.getByText('Changed since the last round')).toHaveCount(1)
            await findAllMet(assessor)
          }
          await recommendMet(assessor)
        }
        expect(tookOver).toBeGreaterThan(5)
      })

      await test.step('a different person decides every standard, and the listing', async () => {
        const { name } = await member('lead_assessor', unique('Lena Lead'))
        await signInByName(lead, name)
        await openAssessment(lead, product)
        await goOn(lead, () => lead.getByRole('link', { name: 'Go to the decisions' }).click())
        expect(await decideEveryStandard(lead)).toBeGreaterThan(10)
        await listRelease(lead)
      })

      await test.step('anybody finds it, and reads the proof', async () => {
        await reader.goto('/')
        await reader.getByRole('searchbox').fill(product)
        await goOn(reader, () => reader.getByRole('button', { name: 'Search' }).click())
        await expect(reader.getByRole('heading', { level: 2, name: '1 product' })).toBeVisible()
        await goOn(reader, () => reader.getByRole('heading', { level: 3, name: product }).getByRole('link').click())
        await expect(reader.getByRole('region', { name: 'Standing' })).toContainText('Meets the standards until')
        await reader.getByRole('link', { name: /^Supported and patched software/ }).first().click()
        await expect(reader.getByRole('main')).toContainText('Checked on 2 March 2026.')
        const file = await downloaded(reader, reader.getByRole('link', { name: sbom.name }))
        expect(await bytesOf(file), 'the bill of materials as it was sent').toEqual(readFileSync(sampleFile(sbom.file)))
        await reader.goBack()
        await reader.getByRole('link', { name: /^HL7 FHIR R4 UK Core/ }).first().click()
        await expect(reader.getByText(`${capability.name} (held by the register, not public)`)).toBeVisible()
      })

      await test.step('a buyer signs in, shortlists it with a note and takes the list away', async () => {
        const { name } = await buyer()
        await signInByName(reader, name)
        await reader.goto(`/products?q=${encodeURIComponent(product)}`)
        await goOn(reader, () => reader.getByRole('heading', { level: 3, name: product }).getByRole('link').click())
        await reader.getByRole('link', { name: 'Add to your shortlist' }).click()
        await reader.getByLabel('Note (optional)').fill('Ask how it prints at night')
        await goOn(reader, () => reader.getByRole('button', { name: 'Add to your shortlist' }).click())
        await expect(reader.getByText('Ask how it prints at night')).toBeVisible()
        const csv = (await bytesOf(await downloaded(reader, reader.getByRole('link', { name: 'Download as CSV' })))).toString()
        expect(csv).toContain(product)
        expect(csv).toContain('Ask how it prints at night')
      })
    })
  })
}

async function openAgain(page: Page, product: string): Promise<void> {
  await page.goto('/assessor/queue')
  await page.getByLabel('Product or supplier').fill(product)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('Round 2')).toBeVisible()
  await page.getByRole('link', { name: product }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(product)
}
