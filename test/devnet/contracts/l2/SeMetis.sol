// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC4626Upgradeable.sol";
import "./Base.sol";
import "./Vesting.sol";

/// The vault. Its assets are counted, not measured, so a gift does not move the price; a withdrawal pays one part now and
/// sends the other to Vesting, while every preview and event shows the whole.
contract SeMetis is ERC4626Upgradeable, Base {
    using SafeERC20 for IERC20;

    address public deployer;
    address public rewardDispatcher;
    address public eMetisMinter;
    uint256 public _totalAssets;

    event AssetsAdded(address indexed caller, uint256 assets);

    function initialize(address config_) external initializer {
        __Base_init(config_);
        address eMetis = config.eMetis();
        __ERC20_init("Staked ENKI Metis", "seMetis");
        __ERC4626_init(IERC20Upgradeable(eMetis));
        _hold(eMetis);
        deployer = msg.sender;
        rewardDispatcher = config.rewardDispatcher();
        eMetisMinter = config.eMetisMinter();
    }

    function totalAssets() public view override returns (uint256) {
        return _totalAssets;
    }

    function depositFromEMetisMinter(uint256 assets, address receiver)
        external
        internalOnly(eMetisMinter)
        returns (uint256)
    {
        return deposit(assets, receiver);
    }

    /// Rewards land here in one step: no shares are made, so every share is worth more at once.
    function addAssets(uint256 assets) external internalOnly(rewardDispatcher) {
        IERC20(asset()).safeTransferFrom(msg.sender, address(this), assets);
        _add(msg.sender, assets);
    }

    function _deposit(address caller, address receiver, uint256 assets, uint256 shares) internal override forUser {
        super._deposit(caller, receiver, assets, shares);
        _add(caller, assets);
    }

    function _withdraw(address caller, address receiver, address owner, uint256 assets, uint256 shares)
        internal
        override
        forUser
    {
        if (caller != owner) _spendAllowance(owner, caller, shares);
        _burn(owner, shares);
        _totalAssets -= assets;
        uint256 vested = (assets * config.vestingRatio()) / FEE_PRECISION;
        Vesting vesting = Vesting(payable(config.vesting()));
        IERC20(asset()).approve(address(vesting), vested);
        vesting.deposit(receiver, vested);
        IERC20(asset()).safeTransfer(receiver, assets - vested);
        emit Withdraw(caller, receiver, owner, assets, shares);
    }

    /// Holds for withdrawals too: they burn. The deployer's first deposit stays for ever.
    function _beforeTokenTransfer(address from, address, uint256 shares) internal view override {
        if (from == address(0) || from != deployer) return;
        require(
            convertToAssets(shares) + INITIAL_DEPOSIT_AMOUNT <= maxWithdraw(deployer),
            "SeMetis: deployer should keep the initial deposit amount"
        );
    }

    /// The same event for a user's deposit and for rewards: only the caller tells them apart.
    function _add(address caller, uint256 assets) private {
        _totalAssets += assets;
        emit AssetsAdded(caller, assets);
    }
}
