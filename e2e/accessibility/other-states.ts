import type { Page, Response } from '@playwright/test'
import type { Who, World } from '../support/world'

type State = { name: string; as: Who; open: (page: Page, world: World) => Promise<Response | null>; status?: number }

const at = (path: string | ((world: World) => string)) => (page: Page, world: World) => page.goto(typeof path === 'string' ? path : path(world))

/** Sends a form as it stands, with what must be filled in left empty. */
function sent(path: (world: World) => string, button: string) {
  return async (page: Page, world: World) => {
    await page.goto(path(world))
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.getByRole('alert', { name: 'There is a problem' }).waitFor()
    return null
  }
}

/** What a page looks like when something is wrong with it, or nothing is in it, or much is. */
export const otherStates: State[] = [
  { name: 'a page that does not exist', as: 'anonymous', open: at('/no-such-page'), status: 404 },
  { name: 'a page that is somebody else’s', as: 'otherSupplier', open: at(({ draft }) => `/supplier/releases/${draft.releaseId}`), status: 404 },
  { name: 'a search that finds nothing', as: 'anonymous', open: at('/products?q=qqqqqq') },
  { name: 'a search with many filters', as: 'anonymous', open: at('/products?compliant=yes&hosting=on-premises&capability=C14&standard=DTAC') },
  { name: 'a comparison of nothing', as: 'anonymous', open: at('/products/compare') },
  { name: 'a supplier without products', as: 'otherSupplier', open: at('/supplier') },
  { name: 'a supplier without evidence', as: 'otherSupplier', open: at('/supplier/evidence') },
  { name: 'a shortlist with nothing to add', as: 'buyer', open: at('/buyer/shortlist/add') },
  { name: 'an assessment that is decided', as: 'assessor', open: at(({ listed }) => `/assessor/assessments/${listed.assessmentId}`) },
  { name: 'findings that are decided', as: 'leadAssessor', open: at(({ listed }) => `/assessor/assessments/${listed.assessmentId}/standards/DTAC`) },
  { name: 'the workbench of a long standard', as: 'assessor', open: at(({ waiting }) => `/assessor/assessments/${waiting.assessmentId}/standards/DTAC`) },
  { name: 'a queue in which nothing waits', as: 'assessor', open: at('/assessor/queue?q=qqqqqq') },
  { name: 'findings without a reason', as: 'leadAssessor', open: sent(({ waiting }) => `/assessor/assessments/${waiting.assessmentId}/standards/CE`, 'Save the request') },
  { name: 'a record in which nothing matches', as: 'registrar', open: at('/admin/events?subject=nothing') },
  { name: 'what is left to do on a release that is with the assessors', as: 'supplierAdmin', open: at(({ waiting }) => `/supplier/releases/${waiting.releaseId}`) },
  { name: 'answers that were sent', as: 'supplierAdmin', open: at(({ waiting }) => `/supplier/releases/${waiting.releaseId}/standards/CE/1.1`) },
  { name: 'a form to sign in with nothing in it', as: 'anonymous', open: sent(() => '/sign-in', 'Send me a link') },
  { name: 'a form for a product with nothing in it', as: 'supplierAdmin', open: sent(() => '/supplier/products/new', 'Add this product') },
  { name: 'a form for evidence with nothing in it', as: 'supplierAdmin', open: sent(() => '/supplier/evidence/new', 'Add this evidence') },
  { name: 'a form for a supplier with nothing in it', as: 'newcomer', open: sent(() => '/supplier/register', 'Register') },
  { name: 'a submission that is not confirmed', as: 'supplierAdmin', open: at(({ draft }) => `/supplier/releases/${draft.releaseId}/submit`) },
  { name: 'a colleague who is not named', as: 'supplierAdmin', open: sent(() => '/supplier/people', 'Invite') },
]
