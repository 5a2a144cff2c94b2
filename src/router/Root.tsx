import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

// On every page of the demo, the sign-in page too; no other build has it.
const DemoPanel =
  import.meta.env.MODE === 'demo'
    ? lazy(async () => ({ default: (await import('#/features/demo/DemoPanel')).DemoPanel }))
    : null

export function Root() {
  return (
    <>
      <Outlet />
      {DemoPanel && (
        <Suspense>
          <DemoPanel />
        </Suspense>
      )}
    </>
  )
}
