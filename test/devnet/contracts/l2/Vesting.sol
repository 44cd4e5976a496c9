// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "@openzeppelin/contracts/utils/math/Math.sol";
import "./Base.sol";

/// Holds the withheld part of withdrawals and releases it while ENKI is staked: ten ENKI per eMetis for the full rate.
contract Vesting is Base {
    using SafeERC20 for IERC20;

    struct UserInfo {
        uint256 balance; // ENKI staked
        uint256 cumulativeClaimAmount; // eMetis released since the stake began
        uint256 claimedAmount; // of that, paid out
        uint256 lastVestingTime;
        uint256 eMetisBalance; // eMetis still locked
    }

    address public seMetis;
    address public enki;
    address public eMetis;
    mapping(address => UserInfo) public userInfos;

    event Vested(address indexed user, uint256 amount);
    event Claimed(address indexed user, uint256 amount);
    event Staked(address indexed user, uint256 amount);
    event Unstaked(address indexed user, uint256 amount);

    function initialize(address config_) external initializer {
        __Base_init(config_);
        seMetis = config.seMetis();
        enki = config.enki();
        eMetis = config.eMetis();
        _hold(enki);
        _hold(eMetis);
    }

    /// A zero amount is refused, and with it the withdrawal that caused it.
    function deposit(address user, uint256 amount) external internalOnly(seMetis) {
        require(user != address(0), "Vesting: zero address");
        require(amount > 0, "Vesting: amount is zero");
        UserInfo storage info = _settle(user);
        IERC20(eMetis).safeTransferFrom(msg.sender, address(this), amount);
        info.eMetisBalance += amount;
        emit Vested(user, amount);
    }

    function stake(uint256 amount) external nonReentrant forUser {
        UserInfo storage info = _settle(msg.sender);
        IERC20(enki).safeTransferFrom(msg.sender, address(this), amount);
        info.balance += amount;
        emit Staked(msg.sender, amount);
    }

    function claim() external nonReentrant {
        _claim();
    }

    /// Always everything. What is still locked stays locked, the count of past releases starts anew.
    function unstake() external nonReentrant forUser {
        _claim();
        UserInfo storage info = userInfos[msg.sender];
        uint256 amount = info.balance;
        userInfos[msg.sender] = UserInfo(0, 0, 0, 0, info.eMetisBalance);
        IERC20(enki).safeTransfer(msg.sender, amount);
        emit Unstaked(msg.sender, amount);
    }

    function claimable(address account) external view returns (uint256) {
        UserInfo storage info = userInfos[account];
        return info.cumulativeClaimAmount - info.claimedAmount + _releasedSinceLast(info);
    }

    function amountOfDuration(address account) external view returns (uint256) {
        return _amountOfDuration(userInfos[account]);
    }

    function estimateFinishTime(address account) external view returns (uint256) {
        UserInfo storage info = userInfos[account];
        uint256 amount = _amountOfDuration(info);
        require(amount > 0, "Vesting: no eMetis or no ENKI staked");
        return info.lastVestingTime + (config.vestingDuration() * info.eMetisBalance) / amount;
    }

    function _claim() private {
        UserInfo storage info = _settle(msg.sender);
        uint256 amount = info.cumulativeClaimAmount - info.claimedAmount;
        info.claimedAmount += amount;
        IERC20(eMetis).safeTransfer(msg.sender, amount);
        emit Claimed(msg.sender, amount);
    }

    function _settle(address user) private returns (UserInfo storage info) {
        info = userInfos[user];
        uint256 released = _releasedSinceLast(info);
        info.lastVestingTime = block.timestamp;
        info.cumulativeClaimAmount += released;
        info.eMetisBalance -= released;
    }

    function _releasedSinceLast(UserInfo storage info) private view returns (uint256) {
        uint256 elapsed = block.timestamp - info.lastVestingTime;
        return Math.min((_amountOfDuration(info) * elapsed) / config.vestingDuration(), info.eMetisBalance);
    }

    /// What one vestingDuration releases. Past releases count in, so a second vest needs more ENKI for the same share.
    function _amountOfDuration(UserInfo storage info) private view returns (uint256) {
        return Math.min(info.eMetisBalance + info.cumulativeClaimAmount, info.balance / 10);
    }
}
