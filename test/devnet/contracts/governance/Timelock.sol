// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// What OpenZeppelin's timelock tells of itself: how long everything has to wait.
contract Timelock {
    function getMinDelay() external pure returns (uint256) {
        return 2 days;
    }
}

/// What a timelock of the GMX kind tells of itself.
contract BufferTimelock {
    address public immutable admin;
    uint256 public immutable buffer;

    constructor(address admin_, uint256 buffer_) {
        admin = admin_;
        buffer = buffer_;
    }
}
