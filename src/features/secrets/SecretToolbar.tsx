import { Toolbar } from '#/ui/Toolbar'
import { QueryBox, type QueryBoxProps } from './QueryBox'
import { SecretFilters, type SecretFiltersProps } from './SecretFilters'
import type { SecretListView } from './use-secret-list'

type Props = QueryBoxProps & SecretFiltersProps & { view: SecretListView }

/** Search and filters over the grid, with what is wrong in the query and what it nearly found. */
export function SecretToolbar(props: Props) {
  const { finder, page, view } = props
  const { tools, understood } = finder
  return (
    <>
      <Toolbar>
        <QueryBox {...props} />
        <SecretFilters {...props} />
      </Toolbar>
      {tools && (
        <>
          <tools.QueryMarks id={finder.marksId} understood={understood} text={page.text} />
          <tools.SimilarNames view={view} terms={understood.terms} orgId={props.orgId} />
        </>
      )}
    </>
  )
}
