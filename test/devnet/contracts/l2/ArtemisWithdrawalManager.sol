// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import {ArtemisDepositPool} from "./ArtemisDepositPool.sol";
import {ArtemisToken} from "./ArtemisToken.sol";

/// Artemis' way out: what is owed is fixed and the token burnt at once; `withdrawDelay` later, and once an admin has opened the
/// line that far, it can be taken.
contract ArtemisWithdrawalManager {
    struct Request {
        uint256 artMetisAmount;
        uint256 expectedAmount;
        uint256 startTime;
    }

    ArtemisToken public token;
    ArtemisDepositPool public depositPool;
    uint256 public withdrawDelay;
    uint256 public nextWithdrawNonce;
    uint256 public nextUnlockNonce;
    mapping(uint256 nonce => Request) public withdrawRequests;

    event WithdrawRequestInitiated(
        address indexed user, uint256 nonce, uint256 artMetisAmount, uint256 expectedAmount
    );
    event WithdrawDelaySet(address user, uint256 withdrawDelay);

    function initialize(address token_, address depositPool_) external {
        require(address(token) == address(0), "ArtemisWithdrawalManager: initialized");
        token = ArtemisToken(token_);
        depositPool = ArtemisDepositPool(depositPool_);
        withdrawDelay = 14 days;
        emit WithdrawDelaySet(msg.sender, withdrawDelay);
    }

    function setWithdrawDelay(uint256 delay) external {
        withdrawDelay = delay;
        emit WithdrawDelaySet(msg.sender, delay);
    }

    function initiateWithdrawal(uint256 artMetisAmount) external {
        require(artMetisAmount > 0, "ArtemisWithdrawalManager: no amount");
        uint256 expected = artMetisAmount * 1e18 / depositPool.getArtMetisAmountToMint(1e18);
        token.burn(msg.sender, artMetisAmount);
        depositPool.initiateWithdrawalFor(msg.sender, artMetisAmount, expected);
        withdrawRequests[nextWithdrawNonce] = Request(artMetisAmount, expected, block.timestamp);
        emit WithdrawRequestInitiated(msg.sender, nextWithdrawNonce++, artMetisAmount, expected);
    }

    /// METIS owed to the requests from the first still closed one up to, and without, `firstExcluded`.
    function calculateUnlockNonce(uint256 firstExcluded) external view returns (uint256 amount) {
        require(firstExcluded <= nextWithdrawNonce, "ArtemisWithdrawalManager: no such request");
        for (uint256 i = nextUnlockNonce; i < firstExcluded; i++) amount += withdrawRequests[i].expectedAmount;
    }
}
