import { describe, expect, test } from 'vitest'
import { successionContent } from './content'
import { type Succession, successionChain, type SuccessionRelation } from './succession'

const link = (predecessorCode: string, successorCode: string, relation: SuccessionRelation = 'succeeded-by'): Succession => (
  { predecessorCode, successorCode, relation, source: 'made for the test' }
)

const inWords = (steps: Succession[][]) => steps.map((step) => step.map(({ predecessorCode, successorCode }) => `${predecessorCode}→${successorCode}`))

describe('the chain of successions', () => {
  const real = successionContent()

  test('goes from a CCG to its board of 2022 to the board of 2026', () => {
    expect(inWords(successionChain('W2U3Z', real))).toEqual([['W2U3Z→QRV'], ['QRV→Z9B2Z']])
  })

  test('goes from a CCG that merged into another to the boards that divided its area', () => {
    expect(inWords(successionChain('10C', real))).toEqual([['10C→D4U1Y'], ['D4U1Y→QNQ'], ['QNQ→S9B9J', 'QNQ→S0E4D']])
  })

  test('says when a board only covers the area', () => {
    expect(successionChain('07M', real)[0]).toMatchObject([{ successorCode: 'QMJ', relation: 'area-covered-by' }])
  })

  test('goes back in time too', () => {
    const [first, second] = successionChain('Z9B2Z', real, 'predecessors')
    expect(first?.map(({ predecessorCode }) => predecessorCode)).toEqual(['QRV', 'QMJ'])
    expect(second?.some(({ predecessorCode }) => predecessorCode === 'W2U3Z')).toBe(true)
  })

  test('is empty for an organisation that nobody followed, and for a code nobody knows', () => {
    expect(successionChain('QE1', real)).toEqual([])
    expect(successionChain('ZZZ', real)).toEqual([])
  })

  test('ends where the data goes round in a circle', () => {
    const circle = [link('A', 'B'), link('B', 'C'), link('C', 'A')]
    expect(inWords(successionChain('A', circle))).toEqual([['A→B'], ['B→C']])
    expect(successionChain('A', [link('A', 'A')])).toEqual([])
  })

  test('shows both ways into one organisation when they are equally short', () => {
    const diamond = [link('A', 'B', 'part-succeeded-by'), link('A', 'C', 'part-succeeded-by'), link('B', 'D'), link('C', 'D')]
    expect(inWords(successionChain('A', diamond))).toEqual([['A→B', 'A→C'], ['B→D', 'C→D']])
  })
})
