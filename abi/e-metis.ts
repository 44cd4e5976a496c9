import { erc20Abi, parseAbi } from 'viem'

/** eMetis: ERC-20 with permit, minted and burnt by its minters; not behind a proxy. */
export const eMetisAbi = [
  ...erc20Abi,
  ...parseAbi([
    'function DOMAIN_SEPARATOR() view returns (bytes32)',
    'function nonces(address owner) view returns (uint256)',
    'function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)',
    'function minters(address minter) view returns (bool)',
    'function minters_array(uint256 index) view returns (address)',
    'function owner() view returns (address)',
    'function pendingOwner() view returns (address)',
    'function timelock_address() view returns (address)',
    'function minter_mint(address m_address, uint256 m_amount)',
    'function minter_burn_from(address b_address, uint256 b_amount)',
    'function burn(uint256 amount)',
    'function burnFrom(address account, uint256 amount)',
    'function addMinter(address minter_address)',
    'function removeMinter(address minter_address)',
    'function setTimelock(address timelock_address)',
    'event TokenMinterMinted(address indexed from, address indexed to, uint256 amount)',
    'event TokenMinterBurned(address indexed from, address indexed to, uint256 amount)',
    'event MinterAdded(address minter_address)',
    'event MinterRemoved(address minter_address)',
    'event TimelockChanged(address timelock_address)',
    'event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)',
    'event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)',
  ]),
] as const
