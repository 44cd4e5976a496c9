// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// Where Artemis' sequencers send their rewards. They wait here until somebody harvests; `feeRate` is parts of 1e18.
contract ArtemisRewardPool {
    address public metis;
    address public depositPool;
    address public feeReceiver;
    uint256 public feeRate;

    event RewardClaimed(address indexed user, uint256 amount);
    event FeeSent(address indexed feeReceiver, uint256 feeAmount);
    event FeeRateSet(uint256 feeRate);

    function initialize(address metis_, address depositPool_, address feeReceiver_, uint256 feeRate_) external {
        require(depositPool == address(0), "ArtemisRewardPool: initialized");
        metis = metis_;
        depositPool = depositPool_;
        feeReceiver = feeReceiver_;
        feeRate = feeRate_;
        emit FeeRateSet(feeRate_);
    }

    function claimReward() external returns (uint256 reward) {
        require(msg.sender == depositPool, "ArtemisRewardPool: not the deposit pool");
        uint256 balance = IERC20(metis).balanceOf(address(this));
        uint256 fee = balance * feeRate / 1e18;
        reward = balance - fee;
        if (fee > 0) IERC20(metis).transfer(feeReceiver, fee);
        if (fee > 0) emit FeeSent(feeReceiver, fee);
        if (reward == 0) return 0;
        IERC20(metis).transfer(depositPool, reward);
        emit RewardClaimed(msg.sender, reward);
    }
}
