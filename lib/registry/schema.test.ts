import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { claimsForm, factsForm, productDetailsForm, productList, supplierForm } from './schema'

const supplier = { formKey: randomUUID(), name: ' Larkrise Health ', companiesHouseNumber: '1234567', address: '1 High Street, Leeds', website: '', contactEmail: 'Sales@Larkrise.example', description: '' }
const details = { productId: randomUUID(), version: '3', name: 'Larkrise Meds', summary: 'Prescribing on wards', description: '', features: '', website: '', price: '', priceUnit: '' }

const messages = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) => (
  Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
)

describe('the form that registers a supplier', () => {
  test('keeps the number as Companies House writes it', () => {
    expect(supplierForm.parse(supplier)).toMatchObject({ name: 'Larkrise Health', companiesHouseNumber: '01234567', website: null, contactEmail: 'sales@larkrise.example' })
  })

  test('lets an organisation without a company number in', () => {
    expect(supplierForm.parse({ ...supplier, companiesHouseNumber: '' }).companiesHouseNumber).toBeNull()
  })

  test('says what to mend, field by field', () => {
    const wrong = supplierForm.safeParse({ ...supplier, name: ' ', companiesHouseNumber: '12', website: 'javascript:alert(1)', contactEmail: 'nobody' })
    expect(messages(wrong)).toEqual({
      name: 'Enter the name of your organisation',
      companiesHouseNumber: 'Enter a company number with 8 characters, like 01234567 or SC123456',
      website: 'Enter a full web address, starting with https://',
      contactEmail: 'Enter an email address in the correct format, like name@example.com',
    })
  })

  test('takes no field besides its own', () => {
    expect(supplierForm.parse({ ...supplier, id: randomUUID(), slug: 'mine', version: 9 })).not.toHaveProperty('slug')
  })
})

describe('the form that describes a product', () => {
  test('turns pounds into pence and lines into features', () => {
    expect(productDetailsForm.parse({ ...details, price: '1.20', priceUnit: 'patient-year', features: '- One\n- Two' })).toMatchObject({ version: 3, pricePence: 120, priceUnit: 'patient-year', features: ['One', 'Two'] })
  })

  test('states a price and what it is for together, or neither', () => {
    expect(messages(productDetailsForm.safeParse({ ...details, price: '5' }))).toEqual({ priceUnit: 'Select what the price is for' })
    expect(messages(productDetailsForm.safeParse({ ...details, priceUnit: 'device' }))).toEqual({ price: 'Enter the price, or select no price' })
    expect(productDetailsForm.parse(details)).toMatchObject({ pricePence: null, priceUnit: null })
  })
})

describe('the form that states facts', () => {
  const facts = {
    careSettings: ['acute'], deployment: 'public-cloud', patientFacing: 'no', webOrMobile: 'yes', internetFacing: 'yes', medicalDevice: 'no', informsDirectCare: 'yes', criticalToCare: 'no',
    personalData: 'yes', identifiesPatients: 'yes', holdsNhsRecords: 'no', confidentialDataBeyondCare: 'no', emailsPatientData: 'no', recordsClinicalData: 'yes', recordsCommunicationNeeds: 'no', exchangesMedicines: 'yes', codesAdmittedCare: 'no',
  }

  test('reads yes and no, and no interfaces at all', () => {
    const releaseId = randomUUID()
    expect(factsForm.parse({ releaseId, version: '1', ...facts })).toMatchObject({ releaseId, version: 1, webOrMobile: true, medicalDevice: false, interfaces: [] })
  })

  test('says which question has no answer', () => {
    const { patientFacing: _, ...rest } = facts
    expect(messages(factsForm.safeParse({ releaseId: randomUUID(), version: '1', ...rest }))).toEqual({ patientFacing: 'Select yes or no' })
  })
})

test('no ticked capability is an empty list', () => {
  expect(claimsForm.parse({ releaseId: randomUUID(), version: '1' }).refs).toEqual([])
})

test('an address of a list that makes no sense is read as the first page by name', () => {
  expect(productList.parse({ sort: 'price; --', page: '-3' })).toEqual({ sort: 'name', page: 1 })
})
