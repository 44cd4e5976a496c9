/** The two counters that fix the vault's share price; both in base units. */
export type Vault = { totalAssets: bigint; totalShares: bigint }

/** Shares a deposit of `assets` gives: SeMetis `previewDeposit`, floor(assets × (shares + 1) / (assets + 1)). */
export const toShares = (assets: bigint, vault: Vault): bigint =>
  (assets * (vault.totalShares + 1n)) / (vault.totalAssets + 1n)

/** Assets that `shares` stand for, before the vesting split: SeMetis `convertToAssets`, rounded down. */
export const toAssets = (shares: bigint, vault: Vault): bigint =>
  (shares * (vault.totalAssets + 1n)) / (vault.totalShares + 1n)

/** Shares a withdrawal of `assets` burns: SeMetis `previewWithdraw`, rounded up. */
export const sharesFor = (assets: bigint, vault: Vault): bigint =>
  (assets * (vault.totalShares + 1n) + vault.totalAssets) / (vault.totalAssets + 1n)

/** eMetis that one whole seMetis stands for, in base units (18 decimals). */
export const sharePrice = (vault: Vault): bigint => toAssets(10n ** 18n, vault)

/** What a payout of so much would bring so many shares: their worth after it, less their worth before. */
export const partOf = (shares: bigint, vault: Vault, toVault: bigint): bigint =>
  toAssets(shares, { ...vault, totalAssets: vault.totalAssets + toVault }) - toAssets(shares, vault)
