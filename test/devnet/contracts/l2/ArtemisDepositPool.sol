// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import {ArtemisRewardPool} from "./ArtemisRewardPool.sol";
import {ArtemisToken} from "./ArtemisToken.sol";

/// Counts the METIS behind artMETIS. The rate is `totalDeposits` by the token's supply and stands still between two harvests.
/// People stake native METIS with the real one; here `devnetDeposit` counts METIS as if it had come in.
contract ArtemisDepositPool {
    ArtemisToken public token;
    ArtemisRewardPool public rewardPool;
    uint256 public totalDeposits;

    event MetisDeposited(address indexed user, uint256 amount, uint256 artMetisAmount, string referralId);
    event Harvested(address indexed user, uint256 amount);

    function initialize(address token_, address rewardPool_) external {
        require(address(token) == address(0), "ArtemisDepositPool: initialized");
        token = ArtemisToken(token_);
        rewardPool = ArtemisRewardPool(rewardPool_);
    }

    function getArtMetisAmountToMint(uint256 amount) public view returns (uint256) {
        return totalDeposits == 0 ? amount : amount * token.totalSupply() / totalDeposits;
    }

    function devnetDeposit(address account, uint256 amount) external {
        harvest();
        uint256 minted = getArtMetisAmountToMint(amount);
        totalDeposits += amount;
        token.mint(account, minted);
        emit MetisDeposited(account, amount, minted, "");
    }

    function harvest() public {
        uint256 reward = rewardPool.claimReward();
        if (reward == 0) return;
        totalDeposits += reward;
        emit Harvested(msg.sender, reward);
    }

    /// Called by the withdrawal manager when somebody leaves: the amount owed no longer counts as staked.
    function initiateWithdrawalFor(address, uint256, uint256 expectedAmount) external {
        require(msg.sender == token.withdrawalManager(), "ArtemisDepositPool: not the withdrawal manager");
        totalDeposits -= expectedAmount;
    }
}
