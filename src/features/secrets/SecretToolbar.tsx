import { Toolbar } from '#/ui/Toolbar'
import { QueryBox, type QueryBoxProps } from './QueryBox'
import { SecretFilters, type SecretFiltersProps } from './SecretFilters'
import { ViewsButton } from './ViewsButton'
import type { SecretListView } from './use-secret-list'

export type SecretToolbarProps = QueryBoxProps & SecretFiltersProps & { view: SecretListView }

/** Search and filters over the grid, with what is wrong in the query and what it nearly found. */
export function SecretToolbar(props: SecretToolbarProps) {
  const { finder, page, view } = props
  const { tools, understood } = finder
  return (
    <>
      <Toolbar isUnderTabs={!props.hasProject}>
        <QueryBox {...props} />
        <SecretFilters {...props} />
        {props.hasProject && <ViewsButton {...props} />}
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
