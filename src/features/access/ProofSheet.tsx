import { Bot, Folder, KeyRound, ShieldCheck, User, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AccessMap } from '#/domain/access/access-map'
import { rightLetters, rightWords } from '#/domain/access/facts'
import type { Right } from '#/domain/access/facts'
import { proofsOf } from '#/domain/access/proof'
import type { Proof } from '#/domain/access/proof'
import { Callout } from '#/ui/Callout'
import { Chip } from '#/ui/Chip'
import { Icon, type IconType } from '#/ui/Icon'
import { Sheet } from '#/ui/Sheet'
import { RightMark } from './EffectiveTable'
import { nameOf } from './names'
import type { Names } from './names'

interface Props {
  map: AccessMap
  names: Names
  principal: string
  target: string
  targetName: string
  onClose: () => void
  children?: ReactNode
  footer?: ReactNode
}

const BY_WORDS: Record<Proof['by'], string> = {
  role: 'By role',
  direct: 'Direct',
  group: 'Through a group',
  told: 'As listed',
}

/** Every way by which somebody has a right, the strongest first, drawn as a path. */
export function ProofSheet({ map, names, principal, target, targetName, onClose, children, footer }: Props) {
  const { paths, doubts, isOff } = proofsOf(map, principal, target)
  const [first, ...others] = paths
  return (
    <Sheet
      title={`${nameOf(names, principal)} in ${targetName}`}
      width={392}
      onClose={onClose}
      footer={footer}
    >
      <div className="pb-4">
        <RightMark right={map.right(principal, target)} />
      </div>
      {isOff && (
        <Callout tone="warning" className="mb-4">
          Secrets Manager is not switched on for this person, or the membership is not confirmed: the server
          answers nothing to them, and these grants have no effect.
        </Callout>
      )}
      {!first && doubts.length === 0 && (
        <p className="text-muted">There is no grant and no role that gives it.</p>
      )}
      {first && (
        <Way title={isOff ? 'Grant without effect' : 'Strongest reason'} chip={BY_WORDS[first.by]}>
          <Path {...{ map, names, principal, targetName, target }} proof={first} />
        </Way>
      )}
      {others.length > 0 && <h3 className="mt-5 font-semibold">Would remain without it</h3>}
      {others.map((proof) => (
        <Way key={JSON.stringify(proof)} chip={rightWords(proof.right)}>
          <Path {...{ map, names, principal, targetName, target }} proof={proof} />
        </Way>
      ))}
      {doubts.map((doubt) => (
        <Callout key={doubt} title="Not known whether there is more." className="mt-4">
          {doubt}
        </Callout>
      ))}
      {children}
    </Sheet>
  )
}

function Way({ title, chip, children }: { title?: string; chip: string; children: ReactNode }) {
  return (
    <section className="mt-3">
      <div className="mb-2 flex items-center justify-between gap-2">
        {title ? <h3 className="font-semibold">{title}</h3> : <span />}
        <Chip>{chip}</Chip>
      </div>
      {children}
    </section>
  )
}

interface PathProps extends Pick<Props, 'map' | 'names' | 'principal' | 'target' | 'targetName'> {
  proof: Proof
}

function Path({ map, names, principal, target, targetName, proof }: PathProps) {
  const who = names.get(principal)
  const isSecret = map.secretRow.has(target)
  const end = proof.by === 'role' || proof.on === target ? target : proof.on
  const endName = end === target ? targetName : nameOf(names, end)
  const endIcon = end === target && isSecret ? KeyRound : map.facts.projects.includes(end) ? Folder : Bot
  const icon = who?.kind === 'machine' ? Bot : who?.kind === 'group' ? Users : User
  return (
    <ol>
      <Node icon={icon} name={nameOf(names, principal)} />
      {proof.by === 'role' && (
        <>
          <Edge words="is" />
          <Node icon={ShieldCheck} name={proof.role === 'owner' ? 'Owner' : 'Admin'} />
          <Edge words="can read and write everything, also" />
        </>
      )}
      {proof.by === 'group' && (
        <>
          <Edge words="is a member of" />
          <Node icon={Users} name={nameOf(names, proof.group)} />
        </>
      )}
      {proof.by === 'told' && <Edge words={`${rightPhrase(proof.right)}, says the server, on`} />}
      {(proof.by === 'direct' || proof.by === 'group') && <Edge words={`${rightPhrase(proof.right)} on`} />}
      <Node icon={endIcon} name={endName} />
      {end !== target && (
        <>
          <Edge words="holds" />
          <Node icon={KeyRound} name={targetName} />
        </>
      )}
    </ol>
  )
}

const rightPhrase = (right: Right): string =>
  rightLetters(right) === 'RW' ? 'can read and write' : 'can read'

function Node({ icon, name }: { icon: IconType; name: string }) {
  return (
    <li className="flex items-center gap-3">
      <span className="flex size-7 shrink-0 items-center justify-center rounded-control border border-line-strong">
        <Icon of={icon} className="text-muted" />
      </span>
      <span className="min-w-0 font-medium wrap-anywhere">{name}</span>
    </li>
  )
}

function Edge({ words }: { words: string }) {
  return (
    <li className="flex min-h-7 items-center gap-3 text-meta text-muted">
      <span aria-hidden className="flex w-7 shrink-0 justify-center self-stretch">
        <span className="w-px bg-line-strong" />
      </span>
      {words}
    </li>
  )
}
