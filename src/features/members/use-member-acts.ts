import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { RowKey } from '#/table/Grid'
import { copyText } from '#/ui/copy-text'
import { showToast } from '#/ui/toast-store'
import type { Verdict } from '#/domain/verdict'
import { canAct, type ActName, type Actor } from './can'
import type { MemberRow } from './member-row'

export interface MemberActs {
  open: (member: MemberRow) => void
  /** Opens the dialog of the act. */
  ask: (act: ActName, members: readonly MemberRow[]) => void
  can: (act: ActName, member: MemberRow) => Verdict
  copyEmail: (member: MemberRow) => void
  copyId: (member: MemberRow) => void
}

export interface Asked {
  act: ActName
  members: readonly MemberRow[]
}

const WAITING: Verdict = { no: 'Your own role is not known yet.' }

/** What can be done with a row, by key, button or menu. `ask` has to be the same each time. */
export function useMemberActs(orgId: string, actor: Actor | null, ask: (asked: Asked) => void): MemberActs {
  const navigate = useNavigate()
  return useMemo(
    () => ({
      open: (member) =>
        void navigate({
          to: '/orgs/$orgId/members/$memberId',
          params: { orgId, memberId: member.id },
        }),
      ask: (act, members) => ask({ act, members }),
      can: (act, member) => (actor ? canAct(act, actor, member) : WAITING),
      copyEmail: (member) => copyText(member.email, 'Address copied'),
      copyId: (member) => copyText(member.id, 'Id copied'),
    }),
    [navigate, orgId, actor, ask],
  )
}

/** Single keys on the row under the cursor. */
export function useMemberKeys(rows: readonly MemberRow[], acts: MemberActs): readonly RowKey[] {
  return useMemo(() => {
    const asking = (act: ActName) => (row: number) => {
      const member = rows[row]
      if (!member) return
      const verdict = acts.can(act, member)
      if (verdict === true) acts.ask(act, [member])
      else showToast(verdict.no, { tone: 'danger' })
    }
    return [{ id: 'rowMember', run: asking('edit') }]
  }, [rows, acts])
}
