import { Skeleton } from '#/ui/Skeleton'

/** A form on its way, in its own shape. */
export function FormSkeleton({ label }: { label: string }) {
  return (
    <div aria-busy className="flex max-w-208 flex-col gap-5 p-4">
      <span className="sr-only" role="status">
        {label}
      </span>
      <Skeleton className="h-6 w-48" />
      <Skeleton className="h-8 w-full" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-8 w-80 max-w-full" />
      <Skeleton className="h-24 w-full" />
    </div>
  )
}
