// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// What the other contracts read from Config.
interface IConfig {
    function isPaused() external view returns (bool);
    function isPublic() external view returns (bool);
    function hasRole(bytes32 role, address account) external view returns (bool);

    function inviterNFT() external view returns (address);
    function eMetis() external view returns (address);
    function eMetisMinter() external view returns (address);
    function vesting() external view returns (address);
    function seMetis() external view returns (address);
    function rewardDispatcher() external view returns (address);
    function redemptionQueue() external view returns (address);
    function enki() external view returns (address);
    function metis() external view returns (address);
    function bridge() external view returns (address);
    function l1Dealer() external view returns (address);
    function protocolTreasury() external view returns (address);

    function protocolTreasuryRatio() external view returns (uint64);
    function vestingRatio() external view returns (uint64);
    function vestingDuration() external view returns (uint64);
    function redemptionFee() external view returns (uint64);
    function queueLengthSecs() external view returns (uint64);
    function cancelRedemptionFee() external view returns (uint64);
    function minQueueLengthSecs() external view returns (uint64);
    function reduceMaturityStakeSecs() external view returns (uint64);
}
