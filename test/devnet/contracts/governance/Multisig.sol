// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// What a Safe tells of itself. Its words are written into storage when it is placed.
contract Multisig {
    address[] private owners;
    uint256 private threshold;

    function getThreshold() external view returns (uint256) {
        return threshold;
    }

    function getOwners() external view returns (address[] memory) {
        return owners;
    }

    receive() external payable {}
}
