import { erc20Abi, parseAbi } from 'viem'
import { baseAbi } from './base'

/** SeMetis: the ERC-4626 vault over eMetis. Previews, `redeem`'s return value and `Withdraw` show the gross amount. */
export const seMetisAbi = [
  ...baseAbi,
  ...erc20Abi,
  ...parseAbi([
    'function asset() view returns (address)',
    'function totalAssets() view returns (uint256)',
    'function _totalAssets() view returns (uint256)',
    'function convertToAssets(uint256 shares) view returns (uint256)',
    'function convertToShares(uint256 assets) view returns (uint256)',
    'function previewDeposit(uint256 assets) view returns (uint256)',
    'function previewMint(uint256 shares) view returns (uint256)',
    'function previewWithdraw(uint256 assets) view returns (uint256)',
    'function previewRedeem(uint256 shares) view returns (uint256)',
    'function maxDeposit(address receiver) view returns (uint256)',
    'function maxMint(address receiver) view returns (uint256)',
    'function maxWithdraw(address owner) view returns (uint256)',
    'function maxRedeem(address owner) view returns (uint256)',
    'function deployer() view returns (address)',
    'function rewardDispatcher() view returns (address)',
    'function eMetisMinter() view returns (address)',
    'function deposit(uint256 assets, address receiver) returns (uint256)',
    'function mint(uint256 shares, address receiver) returns (uint256)',
    'function redeem(uint256 shares, address receiver, address owner) returns (uint256)',
    'function withdraw(uint256 assets, address receiver, address owner) returns (uint256)',
    'function depositFromEMetisMinter(uint256 assets, address receiver) returns (uint256)',
    'function addAssets(uint256 assets)',
    'event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)',
    'event Withdraw(address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares)',
    'event AssetsAdded(address indexed caller, uint256 assets)',
  ]),
] as const
