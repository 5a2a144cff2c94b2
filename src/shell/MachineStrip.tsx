import { Banner } from '#/ui/Banner'

/** Over every page of a machine account's session: whose eyes these are. */
export function MachineStrip({ machine }: { machine: { id: string; tokenId: string } }) {
  return (
    <aside aria-label="Session of a machine account">
      <Banner tone="warning">
        You see what machine account <strong className="font-mono text-meta">{machine.id.slice(0, 8)}</strong>{' '}
        sees, by its access token {machine.tokenId.slice(0, 8)}. Reading is recorded under its name. Nothing
        can be changed, and lock signs out.
      </Banner>
    </aside>
  )
}
