import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/**
 * PostgreSQL's own catalogue has columns of the one-byte type "char", number 18, which the stock
 * adapter refuses. It takes arrays of them, number 1002, so they go through it under that number.
 */
const CHAR = 18
const CHAR_ARRAY = 1002

class CataloguePool extends pg.Pool {
  // pg's query has a dozen forms; the adapter uses the one that gives a promise.
  override query(...given: unknown[]): never {
    const stock = super.query.bind(this) as (...args: unknown[]) => Promise<pg.QueryResult>
    return stock(...given).then(withCharsDisguised) as never
  }
}

function withCharsDisguised(result: pg.QueryResult | pg.QueryResult[]): unknown {
  for (const { fields } of [result].flat()) {
    for (const field of fields) if (field.dataTypeID === CHAR) field.dataTypeID = CHAR_ARRAY
  }
  return result
}

/**
 * Prisma's pg adapter, put right for migrations. The stock one cuts a script at every semicolon,
 * also inside a function or a comment; here PostgreSQL reads the script whole, in one transaction.
 */
export class MigrationAdapter extends PrismaPg {
  private readonly url: string
  private readonly closers: (() => Promise<void>)[] = []

  constructor(ownerUrl: string) {
    super(ownerUrl)
    this.url = ownerUrl
  }

  override async connect(): Promise<Adapter> {
    return this.open(this.url)
  }

  /** An empty database in which migrations are tried. */
  override async connectToShadowDb(): Promise<Adapter> {
    const name = `shadow_${randomUUID()}`
    const main = await this.open(this.url)
    await main.executeScript(`CREATE DATABASE "${name}"`)
    this.closers.unshift(async () => main.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))
    const address = new URL(this.url)
    address.pathname = `/${name}`
    return this.open(address.href)
  }

  /** Ends every connection and drops the empty database. The engine itself closes nothing. */
  async close(): Promise<void> {
    for (const close of this.closers.splice(0)) await close()
  }

  private async open(url: string): Promise<Adapter> {
    // One connection: what a script sets for its session must still hold in the next statement.
    const pool = new CataloguePool({ connectionString: url, max: 1 })
    pool.on('error', () => {})
    this.closers.push(() => pool.end())
    const adapter = await new PrismaPg(pool).connect()
    // The engine accepts no result.
    adapter.executeScript = (script) => (pool.query(script) as Promise<unknown>).then(() => undefined)
    const stockQuery = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await stockQuery(query)
      return { ...result, columnTypes: result.columnTypes.map((type) => (type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type)) }
    }
    return adapter
  }
}
