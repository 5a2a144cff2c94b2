import { settle, understand } from '#/domain/query/secret-query'
import { boxProps } from './QueryBoxParts'
import { QueryMarks } from '#/ui/query/QueryMarks'
import { SimilarNames } from './SimilarNames'

/** All that a query needs once somebody types one: loaded then, not with the list. */
export const tools = { understand, settle, boxProps, QueryMarks, SimilarNames }
