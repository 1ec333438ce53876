import type { StandardObligation, StandardSubject } from '@/lib/standards/standards'

export const obligationNames: Record<StandardObligation, string> = { mandatory: 'Mandatory', conditional: 'Mandatory where it applies', recommended: 'Recommended', historical: 'History, no longer binding' }

export const subjectNames: Record<StandardSubject, string> = { product: 'The product', supplier: 'Its supplier', buyer: 'The organisation that buys it', nobody: 'Nobody any more' }
