// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "./Base.sol";
import "./EMetisMinter.sol";
import "./SeMetis.sol";

/// Splits eMetis that arrived as rewards between the treasury and the vault.
contract RewardDispatcher is Base {
    using SafeERC20 for IERC20;

    address public eMetis;
    address public seMetis;
    uint256 public treasuryBalance;

    event Dispatched(uint256 amount, uint256 toTreasuryAmount, uint256 toVaultAmount);

    function initialize(address config_) external initializer {
        __Base_init(config_);
        eMetis = config.eMetis();
        seMetis = config.seMetis();
        _hold(eMetis);
    }

    /// Takes the whole balance as the deployed contract does, also what an earlier call set aside for the treasury: that part
    /// is split again, and treasuryBalance can come to promise more than there is.
    function dispatch() external whenNotPaused nonReentrant onlyRole(BACKEND_ROLE) {
        uint256 amount = IERC20(eMetis).balanceOf(address(this));
        require(amount > 0, "RewardDispatcher: no reward");
        uint256 toTreasury = (amount * config.protocolTreasuryRatio()) / FEE_PRECISION;
        uint256 toVault = amount - toTreasury;
        treasuryBalance += toTreasury;
        IERC20(eMetis).approve(seMetis, toVault);
        SeMetis(payable(seMetis)).addAssets(toVault);
        emit Dispatched(amount, toTreasury, toVault);
    }

    function withdrawTreasury(uint256 amount, bool redeem) external onlyRole(BACKEND_ROLE) {
        require(amount <= treasuryBalance, "RewardDispatcher: insufficient balance");
        treasuryBalance -= amount;
        if (redeem) EMetisMinter(payable(config.eMetisMinter())).redeemToTreasury(amount);
        else IERC20(eMetis).safeTransfer(config.protocolTreasury(), amount);
    }
}
