import { Tooltip } from './ui/tooltip'

type Props = {
  address: string
  /** The chain's explorer, `https://explorer.example`; without one there is no link. */
  explorer?: string
  /** Replaces the shortened address: a contract's name. */
  name?: string
}

/** An address, shortened for the eye, whole on hover and focus. */
export function AddressLink({ address, explorer, name }: Props) {
  return (
    <Tooltip
      tip={<span className="font-mono wrap-anywhere">{address}</span>}
      href={explorer && `${explorer}/address/${address}`}
      className={`${explorer ? 'link' : ''} ${name ? '' : 'font-mono whitespace-nowrap'}`}
    >
      {name ?? `${address.slice(0, 6)}…${address.slice(-4)}`}
    </Tooltip>
  )
}
